import type { CustomVoicesRequest } from "../requests/custom-voices.ts";
import { modelIndependent } from "./grid/claims.ts";
import { defineKind } from "./kind.ts";
import { listedPrice, PRICE_PAGE } from "./price/listed-price.ts";
import { exactlyOne } from "./rules/field-rules.ts";
import { fitsText, needsText } from "./rules/text-rules.ts";

export const MAX_NAME_CHARACTERS = 20;
const UNITS_PER_VOICE = 0.05;

/** A new voice from a clean sample, or from an earlier clip that speaks (off-26 §4.4). */
export const customVoices = defineKind<CustomVoicesRequest>({
  kind: "custom-voices",
  product: "none",
  answers: "task",
  defaults: {},
  grid: { axes: [], defaults: {}, ...modelIndependent("off-26 §4.4") },
  pointOf: () => ({}),
  rules: (request) => [
    ...needsText("voice_name", request.voice_name, { zh: "请填写名称", en: "Give it a name" }),
    ...fitsText("voice_name", request.voice_name, MAX_NAME_CHARACTERS),
    ...exactlyOne(request, ["voice_url", "video_id"]),
  ],
  price: () => listedPrice(UNITS_PER_VOICE, PRICE_PAGE),
  output: () => ({ videos: [], images: [], audios: [] }),
});
