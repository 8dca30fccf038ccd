import type { MotionControlRequest } from "../requests/motion-control.ts";
import type { Violation } from "../violation.ts";
import { defineKind, type FactsByPath } from "./kind.ts";
import { MOTION_GRID } from "./map/motion-control-map.ts";
import { LENGTH_UNKNOWN, listedPrice, PRICE_PAGE, unlistedPrice } from "./price/listed-price.ts";
import { secondsAt, sizeAt } from "./rules/facts.ts";
import { limit } from "./rules/field-rules.ts";
import { lengthMessage, SECONDS_TOLERANCE } from "./rules/file-rules.ts";
import { referenceViolations } from "./rules/prompt-references.ts";
import { ASSUMED_FPS, frameSize } from "./size/frame-size.ts";
import { ratioSides } from "./size/picture-size.ts";

/** Longest movement that is taken over, in seconds, by the way the person faces (off-26 §3.5, S003). */
const MAX_SECONDS = { image: 10, video: 30 } as const;

/** Units per second of output, seconds rounded (price; upd; S003). */
const RATES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "kling-v2-6": { std: 0.5, pro: 0.8 },
  "kling-v3": { std: 0.9, pro: 1.2 },
};

/** What the result is taken to last while the film is not known. Ours. */
const UNKNOWN_SECONDS = 5;

/** The movement of a filmed person given to a pictured one (off-26 §3.5, S003). */
export const motionControl = defineKind<MotionControlRequest>({
  kind: "motion-control",
  product: "video",
  answers: "task",
  defaults: { model_name: "kling-v2-6" },
  grid: MOTION_GRID,
  pointOf: ({ model_name, mode, character_orientation, keep_original_sound, element_list }) => ({
    model_name,
    mode,
    character_orientation,
    keep_original_sound: keep_original_sound ?? "yes",
    elements: element_list?.length ?? 0,
  }),
  rules: (request, facts) => [
    ...lengthRule(request, facts),
    ...referenceViolations([{ path: "prompt", text: request.prompt }], {
      image: 1,
      element: request.element_list?.length ?? 0,
      video: 1,
      voice: 0,
    }),
  ],
  price: (request, facts) => {
    const rate = RATES[request.model_name]?.[request.mode];
    if (rate === undefined) return UNLISTED;
    const seconds = outputSeconds(request, facts);
    return seconds === undefined ? LENGTH_UNKNOWN : listedPrice(rate * Math.round(seconds), PRICE_PAGE);
  },
  output: (request, facts) => ({
    videos: [
      {
        ...frameSize(sizeAt(facts, "image_url") ?? ratioSides("16:9"), request.model_name, request.mode),
        fps: ASSUMED_FPS,
        durationSeconds: outputSeconds(request, facts) ?? UNKNOWN_SECONDS,
        hasSound: request.keep_original_sound !== "no" && facts.get("video_url")?.hasSound !== false,
      },
    ],
    images: [],
    audios: [],
  }),
});

/** As long as the film, which upstream may cut where it finds no movement. */
function outputSeconds(
  { character_orientation }: MotionControlRequest,
  facts: FactsByPath,
): number | undefined {
  const seconds = secondsAt(facts, "video_url");
  return seconds === undefined ? undefined : Math.min(seconds, MAX_SECONDS[character_orientation]);
}

/** The 30 s of the field itself are judged with every other file. */
function lengthRule(
  { character_orientation }: MotionControlRequest,
  facts: FactsByPath,
): readonly Violation[] {
  const seconds = secondsAt(facts, "video_url");
  const max = MAX_SECONDS[character_orientation];
  if (character_orientation === "video" || seconds === undefined || seconds <= max + SECONDS_TOLERANCE)
    return [];
  const { zh, en } = lengthMessage({ max });
  const found = limit("video_url", "video_too_long", {
    zh: `朝向与图片一致时，视频${zh}`,
    en: `Facing as in the picture: ${en}`,
  });
  return [seconds <= MAX_SECONDS.video + SECONDS_TOLERANCE ? { ...found, fix: FACE_AS_FILMED } : found];
}

/** A film too long for the one way of facing is not for the other. */
const FACE_AS_FILMED = {
  label: { zh: "人物朝向改为与视频一致", en: "Face as in the film" },
  patch: { character_orientation: "video" },
} as const;

const UNLISTED = unlistedPrice({
  zh: "动作控制的该组合没有公开价格",
  en: "No price is published for this combination",
});
