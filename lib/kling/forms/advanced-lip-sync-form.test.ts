import { expect, test } from "vitest";
import { FACE_FILM, FACE_PATHS, FACE_TASK, form } from "./advanced-lip-sync-form.ts";
import { fileLasting } from "./known-files.fixture.ts";
import { statusOf } from "./status-of.ts";
import type { ToolDraft } from "./tool-draft.ts";
import { initialDraft, requestOf, writePatch } from "./tool-form.ts";

const FILM = "asset_01JCQZZZZZZZZZZZZZZZZZZZZA";
const SOUND = "asset_01JCQZZZZZZZZZZZZZZZZZZZZB";
const SESSION = "700";

const KNOWN = {
  [SESSION]: fileLasting(5, [{ face_id: "0", start_time: 1000, end_time: 4000 }]),
  [SOUND]: fileLasting(6.25),
};

const FOUND = {
  [FACE_FILM.file]: FILM,
  [FACE_TASK]: "task_1",
  [FACE_PATHS.session]: SESSION,
  [FACE_PATHS.face]: "0",
  [FACE_PATHS.soundFile]: SOUND,
  [FACE_PATHS.start]: 500,
  [FACE_PATHS.end]: 3500,
  [FACE_PATHS.insert]: 1000,
  "face_choose[0].sound_volume": 1.5,
};

const draft = writePatch(initialDraft(form), FOUND);

function changed(patch: Readonly<Record<string, unknown>>): ToolDraft {
  const next = writePatch(draft, patch);
  return form.settle?.(next, { before: draft, known: KNOWN }) ?? next;
}

test("another film takes its faces away and leaves the sound", () => {
  expect(requestOf(form, changed({ [FACE_FILM.file]: "asset_01JCQZZZZZZZZZZZZZZZZZZZZC" }))).toEqual({
    kind: "advanced-lip-sync",
    face_choose: [
      {
        sound_file: SOUND,
        sound_start_time: 500,
        sound_end_time: 3500,
        sound_insert_time: 1000,
        sound_volume: 1.5,
      },
    ],
  });
});

test("looking again takes the face away that was chosen before", () => {
  expect(requestOf(form, changed({ [FACE_TASK]: undefined }))).not.toHaveProperty("session_id");
});

test("another sound begins with the whole of it, and a sound that is taken away leaves no times", () => {
  const without = changed({ [FACE_PATHS.soundFile]: undefined });
  expect(requestOf(form, without)).toMatchObject({ face_choose: [{ face_id: "0", sound_volume: 1.5 }] });
  expect(JSON.stringify(requestOf(form, without))).not.toContain("_time");
  const again = writePatch(without, { [FACE_PATHS.soundFile]: SOUND });
  expect(requestOf(form, form.settle?.(again, { before: without, known: KNOWN }) ?? again)).toMatchObject({
    face_choose: [{ sound_start_time: 0, sound_end_time: 6250, sound_insert_time: 0 }],
  });
});

test("a piece that is heard too briefly while the face is seen is refused at its own field", () => {
  const situation = { known: KNOWN, policy: "strict", book: null } as const;
  expect(statusOf(form, draft, situation).violations).toEqual([]);
  const { violations } = statusOf(form, changed({ [FACE_PATHS.insert]: 2500 }), situation);
  expect(violations).toMatchObject([{ path: FACE_PATHS.insert, code: "sound_misses_face" }]);
});

test("what upstream is told holds nothing of the film in which the face was looked for", () => {
  expect(JSON.stringify(requestOf(form, draft))).not.toContain("$");
  expect(JSON.stringify(requestOf(form, draft))).not.toContain(FILM);
});
