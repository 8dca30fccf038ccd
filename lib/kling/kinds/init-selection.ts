import type { InitSelectionRequest } from "../requests/init-selection.ts";
import type { Violation } from "../violation.ts";
import { modelIndependent } from "./grid/claims.ts";
import { defineKind, type FactsByPath } from "./kind.ts";
import { unlistedPrice } from "./price/listed-price.ts";
import { exactlyOne, limit } from "./rules/field-rules.ts";
import { SECONDS_TOLERANCE } from "./rules/file-rules.ts";

/** Lengths of a video that can be edited, in seconds (off-26 §3.11); the outer bounds are those of the field. */
const UNEDITABLE_SECONDS = { above: 5, below: 7 } as const;

/** Frame rates that it may have (off-26 §3.11). */
const FRAME_RATES: readonly number[] = [24, 30, 60];

/** Opens a session in which parts of a video are selected (off-26 §3.11). */
export const initSelection = defineKind<InitSelectionRequest>({
  kind: "init-selection",
  product: "none",
  answers: "at_once",
  defaults: {},
  grid: { axes: [], defaults: {}, ...modelIndependent("§3.11") },
  pointOf: () => ({}),
  rules: (request, facts) => [
    ...exactlyOne(request, ["video_url", "video_id"]),
    ...(["video_url", "video_id"] as const).flatMap((path) => videoRules(path, facts)),
  ],
  price: () => unlistedPrice({ zh: "视频选区没有公开价格", en: "No price is published for a selection" }),
  output: () => ({ videos: [], images: [], audios: [] }),
});

function videoRules(path: string, facts: FactsByPath): readonly Violation[] {
  const { durationSeconds, fps } = facts.get(path) ?? { durationSeconds: null, fps: null };
  const { above, below } = UNEDITABLE_SECONDS;
  const isBetween =
    durationSeconds !== null &&
    durationSeconds > above + SECONDS_TOLERANCE &&
    durationSeconds < below - SECONDS_TOLERANCE;
  return [
    ...(isBetween ? [limit(path, "video_length", MESSAGES.length)] : []),
    ...(fps !== null && !FRAME_RATES.includes(Math.round(fps))
      ? [limit(path, "video_fps", MESSAGES.fps)]
      : []),
  ];
}

const MESSAGES = {
  length: { zh: "视频时长须为 2–5 秒或 7–10 秒", en: "The video must take 2–5 s or 7–10 s" },
  fps: { zh: "视频帧率须为 24、30 或 60", en: "The video must have 24, 30 or 60 frames per second" },
} as const;
