import type { IdentifyFaceRequest } from "../requests/identify-face.ts";
import { modelIndependent } from "./grid/claims.ts";
import { defineKind } from "./kind.ts";
import { listedPrice, PRICE_PAGE } from "./price/listed-price.ts";
import { exactlyOne } from "./rules/field-rules.ts";

const UNITS_PER_CALL = 0.05;

/** The faces of a video (off-26 §3.8). */
export const identifyFace = defineKind<IdentifyFaceRequest>({
  kind: "identify-face",
  product: "none",
  answers: "at_once",
  defaults: {},
  grid: { axes: [], defaults: {}, ...modelIndependent("off-26 §3.8") },
  pointOf: () => ({}),
  rules: (request) => exactlyOne(request, ["video_id", "video_url"]),
  price: () => listedPrice(UNITS_PER_CALL, PRICE_PAGE),
  output: () => ({ videos: [], images: [], audios: [] }),
});
