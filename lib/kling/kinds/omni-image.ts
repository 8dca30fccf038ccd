import { MAX_ELEMENTS, MAX_PROMPT_CHARACTERS } from "../limits.ts";
import type { Price } from "../prices.ts";
import type { OmniImageRequest } from "../requests/omni-image.ts";
import type { Violation } from "../violation.ts";
import { type Claim, refusalsFrom } from "./grid/claims.ts";
import type { Axis, Point } from "./grid/grid.ts";
import {
  COUNT_AXIS,
  imageModelAxis,
  imageModelName,
  imageRatioAxis,
  resolutionAxis,
} from "./grid/image-axes.ts";
import { namedAxis } from "./grid/named-axis.ts";
import { REFERENCE_COUNT } from "./grid/reference-count.ts";
import { countAxis } from "./grid/video-axes.ts";
import { defineKind, type FactsByPath, type ImagePlan } from "./kind.ts";
import { OMNI_IMAGE_CELLS as CELLS } from "./map/omni-image-cells.ts";
import { listedImagePrice, unlistedImagePrice, unlistedPrice } from "./price/listed-price.ts";
import { sizeAt } from "./rules/facts.ts";
import { ignored } from "./rules/field-rules.ts";
import { promptTexts, referenceViolations } from "./rules/prompt-references.ts";
import { fitsText, needsText, PROMPT_REQUIRED } from "./rules/text-rules.ts";
import { LONG_SIDE_PX, pictureSize, withLongSide } from "./size/picture-size.ts";

const MODELS = ["kling-v3-omni", "kling-image-o1"] as const;

/** What upstream makes of a series whose amount is left out (off-26b §4.2). */
const DEFAULT_SERIES_AMOUNT = 4;

const SERIES_AXIS: Axis = {
  name: "series_amount",
  label: { zh: "组图张数", en: "Pictures of the series" },
  values: [DEFAULT_SERIES_AMOUNT, 2, 3, 5, 6, 7, 8, 9, "auto"],
  valueLabel: (value) =>
    value === "auto" ? { zh: "自动", en: "automatic" } : { zh: String(value), en: String(value) },
  cost: { change: 5, step: 1 },
};

/** Pictures, or a series of them, that refer to pictures and elements (off-26b §4.2). */
export const omniImage = defineKind<OmniImageRequest>({
  kind: "omni-image",
  product: "image",
  answers: "task",
  defaults: { model_name: "kling-image-o1" },
  grid: {
    axes: [
      imageModelAxis(MODELS),
      namedAxis(
        "result_type",
        { zh: "结果", en: "Result" },
        { single: { zh: "单图", en: "Single pictures" }, series: { zh: "组图", en: "A series" } },
      ),
      resolutionAxis(["1k", "2k", "4k"]),
      imageRatioAxis(["auto"]),
      COUNT_AXIS,
      SERIES_AXIS,
      countAxis(
        "images",
        { zh: "参考图", en: "Reference pictures" },
        { path: "image_list", max: MAX_ELEMENTS },
      ),
      countAxis("elements", { zh: "主体", en: "Elements" }, { path: "element_list", max: MAX_ELEMENTS }),
    ],
    defaults: {
      model_name: "kling-image-o1",
      result_type: "single",
      resolution: "1k",
      aspect_ratio: "auto",
      n: 1,
      series_amount: DEFAULT_SERIES_AMOUNT,
      images: 0,
      elements: 0,
    },
    cells: CELLS,
    refusals: refusalsFrom(CELLS, claims(), [REFERENCE_COUNT]),
  },
  pointOf,
  rules: (request) => {
    const pictures = request.image_list?.length ?? 0;
    const elements = request.element_list?.length ?? 0;
    return [
      ...needsText("prompt", request.prompt, PROMPT_REQUIRED),
      ...fitsText("prompt", request.prompt, MAX_PROMPT_CHARACTERS),
      ...referenceViolations(promptTexts(request), { image: pictures, element: elements }),
      ...amountRules(request),
    ];
  },
  price,
  output: (request, facts) => {
    const size = sizeOf(request, facts);
    return { videos: [], images: Array.from({ length: plannedCount(request) }, () => size), audios: [] };
  },
});

function pointOf(request: OmniImageRequest): Point {
  const images = request.image_list?.length ?? 0;
  const elements = request.element_list?.length ?? 0;
  // Left out is "auto" (off-26b), and where the map has no "auto" it is upstream's own choice and no wish for it.
  const unset = request.model_name === "kling-v3-omni" && images + elements === 0 ? "16:9" : "auto";
  return {
    model_name: request.model_name,
    result_type: request.result_type ?? "single",
    resolution: request.resolution ?? "1k",
    aspect_ratio: request.aspect_ratio ?? unset,
    n: request.n ?? 1,
    series_amount: request.series_amount ?? DEFAULT_SERIES_AMOUNT,
    images,
    elements,
  };
}

function claims(): readonly Claim[] {
  const named = (zh: string, en: string) => (point: Point) => {
    const name = imageModelName(point.model_name);
    return { zh: `${name.zh} ${zh}`, en: `${name.en} ${en}` };
  };
  return [
    {
      feature: "generation",
      axis: "model_name",
      message: named("不在此接口提供", "is not offered here"),
      isGround: true,
    },
    {
      feature: "series",
      axis: "result_type",
      isMade: ({ result_type }) => result_type === "series",
      message: named("不支持组图", "does not make series"),
    },
    {
      feature: "resolution",
      axis: "resolution",
      message: named("没有该分辨率", "does not make this resolution"),
    },
    {
      feature: "aspect_ratio",
      axis: "aspect_ratio",
      message: named("在没有参考时不支持自动比例", "has no automatic ratio without a reference"),
    },
  ];
}

/** `n` counts single pictures and `series_amount` those of a series (off-26b §4.2). */
function amountRules({ result_type = "single", n, series_amount }: OmniImageRequest): readonly Violation[] {
  if (result_type === "series" && n !== undefined)
    return [
      ignored("n", {
        zh: "组图的张数由 series_amount 决定",
        en: "series_amount counts the pictures of a series",
      }),
    ];
  if (result_type === "single" && series_amount !== undefined)
    return [ignored("series_amount", { zh: "单图的张数由 n 决定", en: "n counts single pictures" })];
  return [];
}

/** Per picture (price, §9): 8 units at 1k and 2k; 16 at 4k, which only v3-omni makes. */
function price(request: OmniImageRequest): Price {
  const { model_name, resolution = "1k", result_type = "single", series_amount } = request;
  if (model_name !== "kling-image-o1" && model_name !== "kling-v3-omni")
    return unlistedImagePrice(model_name);
  if (resolution === "4k" && model_name !== "kling-v3-omni") return unlistedImagePrice(model_name);
  if (result_type === "series" && series_amount === "auto") return COUNT_UNKNOWN;
  return listedImagePrice((resolution === "4k" ? 16 : 8) * plannedCount(request));
}

const COUNT_UNKNOWN = unlistedPrice({
  zh: "组图张数由模型决定，价格尚未知晓",
  en: "The model decides how many pictures there are, so the price is not known yet",
});

/** An amount of "auto" is planned as the default one. */
function plannedCount({ result_type = "single", n = 1, series_amount }: OmniImageRequest): number {
  if (result_type === "single") return n;
  return typeof series_amount === "number" ? series_amount : DEFAULT_SERIES_AMOUNT;
}

/** "auto" is the shape of the first picture, or 16:9 without one: our reading, no page says what it becomes. */
function sizeOf(request: OmniImageRequest, facts: FactsByPath): ImagePlan {
  const { aspect_ratio = "auto", resolution = "1k" } = request;
  if (aspect_ratio !== "auto") return pictureSize(aspect_ratio, resolution);
  const first = sizeAt(facts, "image_list[0].image");
  return first ? withLongSide(first, LONG_SIDE_PX[resolution]) : pictureSize("16:9", resolution);
}
