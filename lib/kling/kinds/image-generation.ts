import type { Localized } from "#lib/shared/localized.ts";
import { MAX_ELEMENTS, MAX_PROMPT_CHARACTERS } from "../limits.ts";
import type { Price } from "../prices.ts";
import type { ImageGenerationRequest } from "../requests/image-generation.ts";
import type { Violation } from "../violation.ts";
import { type Claim, isIgnored, refusalsFrom } from "./grid/claims.ts";
import type { Point } from "./grid/grid.ts";
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
import { IMAGE_GENERATION_CELLS as CELLS } from "./map/image-generation-cells.ts";
import { listedImagePrice, unlistedImagePrice } from "./price/listed-price.ts";
import { sizeAt } from "./rules/facts.ts";
import { ignored, limit, missing } from "./rules/field-rules.ts";
import { fitsText, needsText, PROMPT_REQUIRED } from "./rules/text-rules.ts";
import { atMost4k, pictureSize } from "./size/picture-size.ts";

/** Newest first. `kling-image-o1` and `kling-v3-omni` are of omni-image. */
const MODELS = ["kling-v3", "kling-v2-1", "kling-v2-new", "kling-v2", "kling-v1-5", "kling-v1"] as const;

const DEFAULT_RATIO = "16:9";

/** Pictures from a prompt, or from a prompt and a picture (off-25, off-26b §4.1). */
export const imageGeneration = defineKind<ImageGenerationRequest>({
  kind: "image-generation",
  product: "image",
  answers: "task",
  // kling-v1 on the page of 2025, kling-v3 on the one of 2026 (off-26b §4.1).
  defaults: { model_name: "kling-v3" },
  grid: {
    axes: [
      imageModelAxis(MODELS),
      namedAxis(
        "image_reference",
        { zh: "参考方式", en: "Reference" },
        {
          none: { zh: "整张图片", en: "The whole picture" },
          subject: { zh: "主体", en: "Subject" },
          face: { zh: "人脸", en: "Face" },
        },
      ),
      resolutionAxis(["1k", "2k"]),
      imageRatioAxis(),
      COUNT_AXIS,
      countAxis("images", { zh: "参考图", en: "Reference picture" }, { path: "image", max: 1 }),
      countAxis("elements", { zh: "主体", en: "Elements" }, { path: "element_list", max: MAX_ELEMENTS }),
    ],
    defaults: {
      model_name: "kling-v3",
      image_reference: "none",
      resolution: "1k",
      aspect_ratio: DEFAULT_RATIO,
      n: 1,
      images: 0,
      elements: 0,
    },
    cells: CELLS,
    refusals: refusalsFrom(CELLS, claims(), [REFERENCE_COUNT]),
  },
  pointOf,
  rules: (request) => [
    ...needsText("prompt", request.prompt, PROMPT_REQUIRED),
    ...fitsText("prompt", request.prompt, MAX_PROMPT_CHARACTERS),
    ...fitsText("negative_prompt", request.negative_prompt, MAX_PROMPT_CHARACTERS),
    ...pictureRules(request),
    ...fidelityRules(request),
    ...ratioRules(request),
  ],
  price,
  output: (request, facts) => {
    const size = sizeOf(request, facts);
    return { videos: [], images: Array.from({ length: request.n ?? 1 }, () => size), audios: [] };
  },
});

function pointOf(request: ImageGenerationRequest): Point {
  return {
    model_name: request.model_name,
    image_reference: request.image_reference ?? "none",
    resolution: request.resolution ?? "1k",
    aspect_ratio: request.aspect_ratio ?? DEFAULT_RATIO,
    n: request.n ?? 1,
    images: request.image === undefined ? 0 : 1,
    elements: request.element_list?.length ?? 0,
  };
}

function claims(): readonly Claim[] {
  const hasPicture = ({ images }: Point) => images === 1;
  const refersTo = (reference: string) => (point: Point) =>
    hasPicture(point) && point.image_reference === reference;
  return [
    {
      ...claim("generation", "model_name", () => true, {
        zh: "不在此接口提供",
        en: "is not offered here",
      }),
      isGround: true,
    },
    claim("text_to_image", "model_name", (point) => !hasPicture(point), {
      zh: "不支持文生图",
      en: "does not make pictures from text alone",
    }),
    claim("image_to_image", "image_reference", refersTo("none"), {
      zh: "不支持参考整张图片",
      en: "does not refer to a whole picture",
    }),
    claim("subject_reference", "image_reference", refersTo("subject"), {
      zh: "不支持主体参考",
      en: "does not refer to a subject",
    }),
    claim("face_reference", "image_reference", refersTo("face"), {
      zh: "不支持人脸参考",
      en: "does not refer to a face",
    }),
    claim("elements", "elements", ({ elements }) => elements !== 0, {
      zh: "不支持主体",
      en: "does not support elements",
    }),
    claim("resolution", "resolution", () => true, {
      zh: "在此用法下没有该分辨率",
      en: "does not make this resolution here",
    }),
    claim("aspect_ratio", "aspect_ratio", () => true, {
      zh: "不支持该画面比例",
      en: "does not support this aspect ratio",
    }),
  ];
}

function claim(feature: string, axis: string, isMade: (point: Point) => boolean, what: Localized): Claim {
  const message = ({ model_name }: Point) => {
    const name = imageModelName(model_name);
    return { zh: `${name.zh} ${what.zh}`, en: `${name.en} ${what.en}` };
  };
  return { feature, axis, isMade, message };
}

function pictureRules(request: ImageGenerationRequest): readonly Violation[] {
  const found: Violation[] = [];
  if (request.image_reference !== undefined && request.image === undefined)
    found.push(missing("image", { zh: "请添加参考图", en: "Add a reference picture" }));
  if (request.negative_prompt !== undefined && request.image !== undefined) {
    const message = {
      zh: "有参考图时不能使用反向提示词",
      en: "A negative prompt does not go with a picture",
    };
    found.push(limit("negative_prompt", "negative_prompt_excluded", message));
  }
  return found;
}

/** comfy-py always sends both, so what they have nothing to act on is told and not refused. */
function fidelityRules(request: ImageGenerationRequest): readonly Violation[] {
  const found: Violation[] = [];
  if (request.image_fidelity !== undefined && request.image === undefined)
    found.push(ignored("image_fidelity", { zh: "没有参考图，不起作用", en: "No effect without a picture" }));
  if (request.human_fidelity !== undefined && request.image_reference !== "subject") {
    const message = { zh: "仅主体参考时起作用", en: "Only a subject reference takes it into account" };
    found.push(ignored("human_fidelity", message));
  }
  return found;
}

function ratioRules(request: ImageGenerationRequest): readonly Violation[] {
  if (request.aspect_ratio === undefined || !isIgnored(CELLS, "aspect_ratio", pointOf(request))) return [];
  return [
    ignored("aspect_ratio", { zh: "画面比例跟随参考图", en: "The picture keeps the shape of its reference" }),
  ];
}

/** Per picture (price, §9): v3 8 units at 1k and 2k; v2-1 4 from text and 8 from a picture. No page lists the others. */
function price({ model_name, image, n = 1 }: ImageGenerationRequest): Price {
  if (model_name === "kling-v3") return listedImagePrice(8 * n);
  if (model_name === "kling-v2-1") return listedImagePrice((image === undefined ? 4 : 8) * n);
  return unlistedImagePrice(model_name);
}

function sizeOf(request: ImageGenerationRequest, facts: FactsByPath): ImagePlan {
  const followed = isIgnored(CELLS, "aspect_ratio", pointOf(request)) ? sizeAt(facts, "image") : undefined;
  if (followed !== undefined) return atMost4k(followed);
  return pictureSize(request.aspect_ratio ?? DEFAULT_RATIO, request.resolution);
}
