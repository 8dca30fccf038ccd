import type { AdvancedLipSyncRequest } from "../requests/advanced-lip-sync.ts";
import type { Violation } from "../violation.ts";
import { modelIndependent } from "./grid/claims.ts";
import { defineKind, type FactsByPath } from "./kind.ts";
import { lipSyncPrice } from "./price/lip-sync-price.ts";
import { secondsAt } from "./rules/facts.ts";
import { exactlyOne, limit } from "./rules/field-rules.ts";
import { needsText } from "./rules/text-rules.ts";
import { videoLike } from "./size/video-like.ts";

/** Where the video of the session stands among the facts: a request names it by its session only. */
const SESSION_VIDEO = "session_id";

/** Least length of the piece of sound that is spoken (off-26 §3.8). */
const MIN_CROP_MS = 2000;

type Choice = AdvancedLipSyncRequest["face_choose"][number];

/** Lips of one identified face that follow a sound (off-26 §3.8). That sound and face overlap, the session's keeper sees. */
export const advancedLipSync = defineKind<AdvancedLipSyncRequest>({
  kind: "advanced-lip-sync",
  product: "video",
  answers: "task",
  defaults: {},
  grid: { axes: [], defaults: {}, ...modelIndependent("off-26 §3.8") },
  pointOf: () => ({}),
  rules: ({ session_id, face_choose }, facts) => [
    ...needsText("session_id", session_id, {
      zh: "请先识别视频中的人脸",
      en: "Identify the faces of a video first",
    }),
    ...face_choose.flatMap((choice, index) => choiceRules(`face_choose[${index}]`, choice, facts)),
  ],
  price: (_request, facts) => lipSyncPrice(secondsAt(facts, SESSION_VIDEO)),
  output: (_request, facts) => ({
    videos: [videoLike(facts, [SESSION_VIDEO], { hasSound: true })],
    images: [],
    audios: [],
  }),
});

function choiceRules(at: string, choice: Choice, facts: FactsByPath): readonly Violation[] {
  const sound = [`${at}.audio_id`, `${at}.sound_file`] as const;
  return [
    ...needsText(`${at}.face_id`, choice.face_id, { zh: "请选择人脸", en: "Choose a face" }),
    ...exactlyOne({ [sound[0]]: choice.audio_id, [sound[1]]: choice.sound_file }, sound),
    ...cropRules(at, choice, secondsAt(facts, ...sound)),
    ...insertRules(at, choice, secondsAt(facts, SESSION_VIDEO)),
  ];
}

function cropRules(at: string, choice: Choice, soundSeconds: number | undefined): readonly Violation[] {
  const { sound_start_time: start, sound_end_time: end } = choice;
  if (end - start < MIN_CROP_MS) {
    const message = { zh: "所选音频至少 2 秒", en: "The piece of sound must have at least 2 s" };
    return [limit(`${at}.sound_end_time`, "sound_crop_too_short", message)];
  }
  if (soundSeconds === undefined || end <= soundSeconds * 1000) return [];
  const message = { zh: "结束时间超出音频长度", en: "The piece ends after the sound does" };
  return [limit(`${at}.sound_end_time`, "sound_end_beyond_sound", message)];
}

function insertRules(at: string, choice: Choice, videoSeconds: number | undefined): readonly Violation[] {
  if (videoSeconds === undefined || choice.sound_insert_time < videoSeconds * 1000) return [];
  const message = { zh: "插入时间超出视频长度", en: "The sound would begin after the video ends" };
  return [limit(`${at}.sound_insert_time`, "sound_insert_beyond_video", message)];
}
