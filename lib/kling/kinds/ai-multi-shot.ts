import type { AiMultiShotRequest } from "../requests/ai-multi-shot.ts";
import { modelIndependent } from "./grid/claims.ts";
import { defineKind } from "./kind.ts";
import { listedImagePrice } from "./price/listed-price.ts";
import { sizeAt } from "./rules/facts.ts";
import { missing } from "./rules/field-rules.ts";
import { LONG_SIDE_PX, pictureSize, withLongSide } from "./size/picture-size.ts";

const IMAGE_UNITS_PER_CALL = 20;

/** `images[{index 0–2, url_1, url_2, url_3}]` (off-26b §4.2). */
const PICTURES = 3 * 3;

/** Three triples of further views of a pictured element; their size is not stated, ours is the shape of the picture at 1k. */
export const aiMultiShot = defineKind<AiMultiShotRequest>({
  kind: "ai-multi-shot",
  product: "image",
  answers: "task",
  defaults: {},
  grid: { axes: [], defaults: {}, ...modelIndependent("off-26b §4.2") },
  pointOf: () => ({}),
  rules: ({ element_frontal_image }) =>
    element_frontal_image
      ? []
      : [missing("element_frontal_image", { zh: "请添加正面图", en: "Add a picture of its front" })],
  price: () => listedImagePrice(IMAGE_UNITS_PER_CALL),
  output: (_request, facts) => {
    const front = sizeAt(facts, "element_frontal_image");
    const size = front ? withLongSide(front, LONG_SIDE_PX["1k"]) : pictureSize("1:1");
    return { videos: [], images: Array.from({ length: PICTURES }, () => size), audios: [] };
  },
});
