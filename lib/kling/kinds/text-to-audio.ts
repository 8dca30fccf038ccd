import type { TextToAudioRequest } from "../requests/text-to-audio.ts";
import type { Violation } from "../violation.ts";
import { modelIndependent } from "./grid/claims.ts";
import { defineKind } from "./kind.ts";
import { listedPrice, PRICE_PAGE } from "./price/listed-price.ts";
import { limit } from "./rules/field-rules.ts";
import { fitsText, needsText, PROMPT_REQUIRED } from "./rules/text-rules.ts";

const MAX_CHARACTERS = 200;
const SECONDS = { min: 3, max: 10 } as const;
const UNITS_PER_CALL = 0.25;

/** A sound effect from words (off-26 §3.12). */
export const textToAudio = defineKind<TextToAudioRequest>({
  kind: "text-to-audio",
  product: "audio",
  answers: "task",
  defaults: {},
  grid: { axes: [], defaults: {}, ...modelIndependent("off-26 §3.12") },
  pointOf: () => ({}),
  rules: ({ prompt, duration }) => [
    ...needsText("prompt", prompt, PROMPT_REQUIRED),
    ...fitsText("prompt", prompt, MAX_CHARACTERS),
    ...lengthRules(duration),
  ],
  price: () => listedPrice(UNITS_PER_CALL, PRICE_PAGE),
  output: ({ duration }) => ({ videos: [], images: [], audios: [{ durationSeconds: duration }] }),
});

function lengthRules(seconds: number): readonly Violation[] {
  if (seconds >= SECONDS.min && seconds <= SECONDS.max) return [];
  const message = { zh: "时长在 3 到 10 秒之间", en: "The length lies between 3 and 10 s" };
  const nearest = seconds > SECONDS.max ? SECONDS.max : SECONDS.min;
  const label = { zh: `改为 ${nearest} 秒`, en: `Make it ${nearest} s` };
  const found = limit("duration", "duration_out_of_range", message);
  return [{ ...found, fix: { label, patch: { duration: nearest } } }];
}
