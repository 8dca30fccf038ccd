import { countCharacters } from "../characters.ts";
import type { TtsRequest } from "../requests/tts.ts";
import { modelIndependent } from "./grid/claims.ts";
import { defineKind } from "./kind.ts";
import { listedPrice, PRICE_PAGE } from "./price/listed-price.ts";
import { ignored } from "./rules/field-rules.ts";
import { LANGUAGE_AXIS, SPEEDS, voiceRules } from "./rules/speech.ts";
import { fitsText, needsText } from "./rules/text-rules.ts";

const MAX_TEXT_CHARACTERS = 1000;
const UNITS_PER_CALL = 0.05;

/** How fast a voice speaks at speed 1; ours, only to plan a length. */
const CHARACTERS_PER_SECOND = { zh: 4, en: 14 } as const;

/** A spoken text (off-26 §3.12). */
export const tts = defineKind<TtsRequest>({
  kind: "tts",
  product: "audio",
  answers: "at_once",
  defaults: { voice_language: "zh" },
  grid: { axes: [LANGUAGE_AXIS], defaults: { voice_language: "zh" }, ...modelIndependent("off-26 §3.12") },
  pointOf: ({ voice_language }) => ({ voice_language }),
  rules: ({ text, voice_id, voice_speed }) => [
    ...needsText("text", text, { zh: "请填写要说的话", en: "Write what is to be said" }),
    ...fitsText("text", text, MAX_TEXT_CHARACTERS),
    ...voiceRules("voice_id", voice_id),
    ...(voice_speed === undefined || voice_speed === clampedSpeed(voice_speed) ? [] : [SPEED_CLAMPED]),
  ],
  price: () => listedPrice(UNITS_PER_CALL, PRICE_PAGE),
  output: ({ text, voice_language, voice_speed = 1 }) => {
    const perSecond = CHARACTERS_PER_SECOND[voice_language] * clampedSpeed(voice_speed);
    const durationSeconds = Math.max(1, countCharacters(text) / perSecond);
    return { videos: [], images: [], audios: [{ durationSeconds }] };
  },
});

/** Out of its range, a speed is taken as the nearest end (off-26 §3.12). */
function clampedSpeed(speed: number): number {
  return Math.min(SPEEDS.max, Math.max(SPEEDS.min, speed));
}

const SPEED_CLAMPED = ignored("voice_speed", {
  zh: "语速超出 0.8–2，按最接近的值处理",
  en: "A speed beyond 0.8–2 is taken as the nearest of the two",
});
