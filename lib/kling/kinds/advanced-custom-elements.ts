import type { AdvancedCustomElementsRequest } from "../requests/elements.ts";
import type { Violation } from "../violation.ts";
import { modelIndependent } from "./grid/claims.ts";
import { namedAxis } from "./grid/named-axis.ts";
import { defineKind, type FactsByPath } from "./kind.ts";
import { unlistedPrice } from "./price/listed-price.ts";
import { elementTextRules, IMAGE_ELEMENT_PRICE } from "./rules/element-rules.ts";
import { sizeAt } from "./rules/facts.ts";
import { ignored, limit, missing } from "./rules/field-rules.ts";

const VIDEO_PATH = "element_video_list.refer_videos[0].video_url";

/** Filmed at 16:9 or 9:16 (off-26 §4.3); 1% off is a codec's rounding. */
const VIDEO_RATIO = 16 / 9;
const RATIO_TOLERANCE = 0.01;

/** A new element of the newer library, from pictures or from a video (off-26b §4.3). */
export const advancedCustomElements = defineKind<AdvancedCustomElementsRequest>({
  kind: "advanced-custom-elements",
  product: "none",
  answers: "task",
  defaults: {},
  grid: {
    axes: [
      namedAxis(
        "reference_type",
        { zh: "来源", en: "Made from" },
        { image_refer: { zh: "图片", en: "Pictures" }, video_refer: { zh: "视频", en: "A video" } },
      ),
    ],
    defaults: { reference_type: "image_refer" },
    ...modelIndependent("off-26b §4.3"),
  },
  pointOf: ({ reference_type }) => ({ reference_type }),
  rules: (request, facts) => [
    ...elementTextRules(request),
    ...(request.reference_type === "image_refer" ? pictureRules(request) : videoRules(request, facts)),
  ],
  price: ({ reference_type }) =>
    reference_type === "image_refer" ? IMAGE_ELEMENT_PRICE : VIDEO_ELEMENT_PRICE,
  output: () => ({ videos: [], images: [], audios: [] }),
});

const VIDEO_ELEMENT_PRICE = unlistedPrice({
  zh: "视频主体没有公开价格",
  en: "No price is published for elements from a video",
});

const OTHER_LIST = { zh: "与所选来源不符，不起作用", en: "No effect: the element is not made from this" };

function pictureRules(request: AdvancedCustomElementsRequest): readonly Violation[] {
  return [
    ...(request.element_image_list
      ? []
      : [missing("element_image_list", { zh: "请添加图片", en: "Add its pictures" })]),
    ...(request.element_video_list ? [ignored("element_video_list", OTHER_LIST)] : []),
  ];
}

function videoRules(request: AdvancedCustomElementsRequest, facts: FactsByPath): readonly Violation[] {
  return [
    ...(request.element_video_list
      ? []
      : [missing("element_video_list", { zh: "请添加视频", en: "Add its video" })]),
    ...(request.element_image_list ? [ignored("element_image_list", OTHER_LIST)] : []),
    ...shapeRules(facts),
  ];
}

function shapeRules(facts: FactsByPath): readonly Violation[] {
  const video = sizeAt(facts, VIDEO_PATH);
  if (video === undefined) return [];
  const { widthPx, heightPx } = video;
  const ratio = Math.max(widthPx, heightPx) / Math.min(widthPx, heightPx);
  if (Math.abs(ratio / VIDEO_RATIO - 1) <= RATIO_TOLERANCE) return [];
  const message = { zh: "视频画面须为 16:9 或 9:16", en: "The video must be 16:9 or 9:16" };
  return [limit(VIDEO_PATH, "video_ratio", message)];
}
