import type { ImageRecognizeRequest } from "../requests/image-recognize.ts";
import { modelIndependent } from "./grid/claims.ts";
import { defineKind } from "./kind.ts";
import { listedPrice, PRICE_PAGE } from "./price/listed-price.ts";
import { sizeAt } from "./rules/facts.ts";
import { missing } from "./rules/field-rules.ts";
import { atMost4k, pictureSize } from "./size/picture-size.ts";

const UNITS_PER_CALL = 0.1;

/** Object, head, face and clothes (off-26 §3.12). */
const CUT_OUTS = 4;

/** What a picture contains, and a cut-out of each that it does, as large as the picture (off-26 §3.12). */
export const imageRecognize = defineKind<ImageRecognizeRequest>({
  kind: "image-recognize",
  product: "image",
  answers: "at_once",
  defaults: {},
  grid: { axes: [], defaults: {}, ...modelIndependent("off-26 §3.12") },
  pointOf: () => ({}),
  rules: ({ image }) => (image ? [] : [missing("image", { zh: "请添加图片", en: "Add a picture" })]),
  price: () => listedPrice(UNITS_PER_CALL, PRICE_PAGE),
  output: (_request, facts) => {
    const picture = sizeAt(facts, "image");
    const size = picture ? atMost4k(picture) : pictureSize("1:1");
    return { videos: [], images: Array.from({ length: CUT_OUTS }, () => size), audios: [] };
  },
});
