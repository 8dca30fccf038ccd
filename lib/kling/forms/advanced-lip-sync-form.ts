import { advancedLipSync } from "../kinds/advanced-lip-sync.ts";
import { fileOrResult, WATERMARK_FIELD } from "./common-fields.ts";
import type { RangeField } from "./field.ts";
import { isSameAt, type ToolDraft, textAt, writePath } from "./tool-draft.ts";
import { defineForm, type SettledChange } from "./tool-form.ts";

const FACE = "face_choose[0]";

/** Where the film stands of which the session is opened; upstream is told of the session only. */
export const FACE_FILM = { file: "$video_url", result: "$video_id" } as const;

/** Where the task that looked for the faces is noted. */
export const FACE_TASK = "$task";

export const FACE_PATHS = {
  session: "session_id",
  face: `${FACE}.face_id`,
  soundFile: `${FACE}.sound_file`,
  soundResult: `${FACE}.audio_id`,
  start: `${FACE}.sound_start_time`,
  end: `${FACE}.sound_end_time`,
  insert: `${FACE}.sound_insert_time`,
} as const;

/** Lips of one identified face that follow a sound (off-26 §3.8). */
export const form = defineForm({
  kind: advancedLipSync,
  intro: {
    title: { zh: "让视频中选定的人物开口", en: "Let one person of a film speak" },
    text: {
      zh: "先在视频中找到人脸，选定一张，再放入声音。",
      en: "Find the faces of a film, choose one, and add a sound.",
    },
  },
  settle,
  fields: [
    ...fileOrResult({
      media: "video",
      limit: "lipSyncVideo",
      paths: FACE_FILM,
      label: { zh: "视频", en: "Video" },
    }),
    {
      type: "custom",
      instrument: "faces",
      path: FACE_PATHS.session,
      paths: [FACE_PATHS.session, FACE_PATHS.face, FACE_TASK],
      isRequired: true,
      label: { zh: "人脸", en: "Face" },
      place: "stage",
    },
    ...fileOrResult({
      media: "audio",
      limit: "lipSyncSound",
      paths: { file: FACE_PATHS.soundFile, result: FACE_PATHS.soundResult },
      label: { zh: "声音", en: "Sound" },
      madeBy: ["tts"],
    }),
    {
      type: "custom",
      instrument: "sound-placing",
      path: FACE_PATHS.start,
      paths: [FACE_PATHS.start, FACE_PATHS.end, FACE_PATHS.insert],
      isRequired: true,
      label: { zh: "声音片段", en: "Piece of the sound" },
      when: (draft) => soundOf(draft) !== "",
    },
    volume(`${FACE}.sound_volume`, { zh: "声音音量", en: "Volume of the sound" }),
    volume(`${FACE}.original_audio_volume`, { zh: "视频原声音量", en: "Volume of the film" }),
    WATERMARK_FIELD,
  ],
});

function volume(path: string, label: RangeField["label"]): RangeField {
  return { type: "range", path, label, min: 0, max: 2, step: 0.1, assumed: 1 };
}

export function soundOf(draft: ToolDraft): string {
  return textAt(draft, FACE_PATHS.soundResult) || textAt(draft, FACE_PATHS.soundFile);
}

/** A face belongs to its film and a piece to its sound: with another one, both begin anew. */
function settle(draft: ToolDraft, { before, known }: SettledChange): ToolDraft {
  let next = draft;
  const isSame = (path: string) => isSameAt(before, draft, path);
  const isSameFilm = Object.values(FACE_FILM).every(isSame);
  if (!isSameFilm) next = writePath(next, FACE_TASK, undefined);
  if (!isSameFilm || !isSame(FACE_TASK)) {
    next = writePath(writePath(next, FACE_PATHS.session, undefined), FACE_PATHS.face, undefined);
  }
  const sound = soundOf(draft);
  if (sound === soundOf(before)) return next;
  const isGone = sound === "";
  const endMs = Math.floor((known[sound]?.durationSeconds ?? LEAST_SECONDS) * 1000);
  next = writePath(next, FACE_PATHS.start, isGone ? undefined : 0);
  next = writePath(next, FACE_PATHS.end, isGone ? undefined : endMs);
  return writePath(next, FACE_PATHS.insert, isGone ? undefined : 0);
}

/** Of a sound of unknown length, as much as there must be of any (off-26 §3.8). */
const LEAST_SECONDS = 2;
