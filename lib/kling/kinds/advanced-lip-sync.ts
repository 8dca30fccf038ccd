import type { AdvancedLipSyncRequest } from "../requests/advanced-lip-sync.ts";
import type { Violation } from "../violation.ts";
import { modelIndependent } from "./grid/claims.ts";
import { defineKind, type FaceSpan, type FactsByPath } from "./kind.ts";
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

/** Least time for which the sound is heard while the face is seen (off-26 §3.8). */
const MIN_OVERLAP_MS = 2000;

/** Lips of one identified face that follow a sound (off-26 §3.8). */
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
    ...faceRules(at, choice, facts.get(SESSION_VIDEO)?.faces),
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

/** Nothing is said of faces that nobody has told. */
function faceRules(at: string, choice: Choice, faces: readonly FaceSpan[] | undefined): readonly Violation[] {
  if (faces === undefined || !choice.face_id) return [];
  const face = faces.find(({ face_id }) => face_id === choice.face_id);
  if (face === undefined) {
    const message = { zh: "该会话中没有此人脸", en: "This session has no such face" };
    return [limit(`${at}.face_id`, "face_unknown", message)];
  }
  const { sound_start_time, sound_end_time, sound_insert_time: from } = choice;
  const until = from + sound_end_time - sound_start_time;
  const overlap = Math.min(until, face.end_time) - Math.max(from, face.start_time);
  if (overlap >= MIN_OVERLAP_MS) return [];
  const message = {
    zh: "音频与人脸同时出现的时间至少 2 秒",
    en: "The sound must be heard for at least 2 s while the face is seen",
  };
  return [limit(`${at}.sound_insert_time`, "sound_misses_face", message)];
}
