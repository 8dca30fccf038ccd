import { MAX_PROMPT_CHARACTERS } from "../limits.ts";
import type { Price } from "../prices.ts";
import type { MultiImage2ImageRequest } from "../requests/multi-image2image.ts";
import { documentedCell, refusalsFrom } from "./grid/claims.ts";
import type { MapCell } from "./grid/grid.ts";
import { COUNT_AXIS, imageModelAxis, imageModelName, imageRatioAxis } from "./grid/image-axes.ts";
import { countAxis, presenceAxis } from "./grid/video-axes.ts";
import { defineKind } from "./kind.ts";
import { listedImagePrice, unlistedImagePrice } from "./price/listed-price.ts";
import { limit, missing } from "./rules/field-rules.ts";
import { fitsText } from "./rules/text-rules.ts";
import { pictureSize } from "./size/picture-size.ts";

const MAX_SUBJECTS = 4;
const DEFAULT_RATIO = "16:9";

/** Picture units for one picture (price, §9: v2-1 multi-image); nobody lists kling-v2. */
const UNITS_PER_PICTURE = 16;

const CELLS: readonly MapCell[] = [
  documentedCell("generation", { model_name: ["kling-v2-1"] }, "off-25, off-26b §4.2"),
  {
    ...documentedCell(
      "generation",
      { model_name: ["kling-v2"] },
      "off-25 §4.2; gone from the page of 2026 (off-26b)",
    ),
    evidence: "contradicted",
  },
];

/** A picture of up to four pictured subjects, in a pictured scene and style (off-25, off-26b §4.2). */
export const multiImage2image = defineKind<MultiImage2ImageRequest>({
  kind: "multi-image2image",
  product: "image",
  answers: "task",
  // kling-v2 on the page of 2025; the one of 2026 knows kling-v2-1 only.
  defaults: { model_name: "kling-v2-1" },
  grid: {
    axes: [
      imageModelAxis(["kling-v2-1", "kling-v2"]),
      imageRatioAxis(),
      COUNT_AXIS,
      countAxis(
        "subjects",
        { zh: "主体图", en: "Subjects" },
        { path: "subject_image_list", max: MAX_SUBJECTS },
      ),
      presenceAxis("scene", { zh: "场景图", en: "Scene" }),
      presenceAxis("style", { zh: "风格图", en: "Style" }),
    ],
    defaults: {
      model_name: "kling-v2-1",
      aspect_ratio: DEFAULT_RATIO,
      n: 1,
      subjects: 0,
      scene: false,
      style: false,
    },
    cells: CELLS,
    refusals: refusalsFrom(CELLS, [
      {
        feature: "generation",
        axis: "model_name",
        message: ({ model_name }) => {
          const name = imageModelName(model_name);
          return { zh: `${name.zh} 不支持多图生图`, en: `${name.en} does not combine several pictures` };
        },
      },
    ]),
  },
  pointOf: (request) => ({
    model_name: request.model_name,
    aspect_ratio: request.aspect_ratio ?? DEFAULT_RATIO,
    n: request.n ?? 1,
    subjects: request.subject_image_list.length,
    scene: request.scene_image !== undefined,
    style: request.style_image !== undefined,
  }),
  rules: ({ prompt, subject_image_list }) => [
    ...(subject_image_list.length > 0
      ? []
      : [missing("subject_image_list", { zh: "请添加主体图", en: "Add a picture of a subject" })]),
    ...(subject_image_list.length > MAX_SUBJECTS ? [TOO_MANY_SUBJECTS] : []),
    ...fitsText("prompt", prompt, MAX_PROMPT_CHARACTERS),
  ],
  price: ({ model_name, n = 1 }): Price =>
    model_name === "kling-v2-1" ? listedImagePrice(UNITS_PER_PICTURE * n) : unlistedImagePrice(model_name),
  output: ({ aspect_ratio = DEFAULT_RATIO, n = 1 }) => {
    const size = pictureSize(aspect_ratio);
    return { videos: [], images: Array.from({ length: n }, () => size), audios: [] };
  },
});

const TOO_MANY_SUBJECTS = limit("subject_image_list", "too_many_subjects", {
  zh: `主体图最多 ${MAX_SUBJECTS} 张`,
  en: `At most ${MAX_SUBJECTS} subjects`,
});
