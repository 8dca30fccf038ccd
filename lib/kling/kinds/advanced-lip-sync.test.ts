import { expect, test } from "vitest";
import { advancedLipSync } from "./advanced-lip-sync.ts";
import type { FactsByPath, FileFacts } from "./kind.ts";

const VIDEO: FileFacts = {
  mime: "video/mp4",
  bytes: 1000,
  widthPx: 1280,
  heightPx: 720,
  durationSeconds: 10,
  fps: 24,
  hasSound: false,
  faces: [{ face_id: "0", start_time: 3000, end_time: 8000 }],
};

function codesOf(choice: { face_id?: string; insert: number; piece?: number }, video: FileFacts = VIDEO) {
  const { face_id = "0", insert, piece = 4000 } = choice;
  const face_choose = [
    {
      face_id,
      sound_file: "asset_1",
      sound_start_time: 1000,
      sound_end_time: 1000 + piece,
      sound_insert_time: insert,
    },
  ];
  const facts: FactsByPath = new Map([["session_id", video]]);
  const request = { kind: "advanced-lip-sync", session_id: "s", face_choose } as const;
  return advancedLipSync.rules({ ...request, face_choose: [...face_choose] }, facts).map(({ code }) => code);
}

test.each([
  ["the face is seen for all of the sound", 3500, 4000, []],
  ["the sound begins just early enough before the face", 1000, 4000, []],
  ["it ends a moment before two seconds of the face", 999, 4000, ["sound_misses_face"]],
  ["it begins two seconds before the face goes", 6000, 4000, []],
  ["it begins a moment later", 6001, 4000, ["sound_misses_face"]],
  ["it is over before the face comes", 0, 2500, ["sound_misses_face"]],
] as const)("sound and face overlap by two seconds: %s", (_what, insert, piece, expected) => {
  expect(codesOf({ insert, piece })).toEqual(expected);
});

test("a face that the session does not know is named", () => {
  expect(codesOf({ face_id: "7", insert: 3500 })).toEqual(["face_unknown"]);
});

test("of faces that nobody told nothing is said", () => {
  const { faces: _none, ...unseen } = VIDEO;
  expect(codesOf({ face_id: "7", insert: 0 }, unseen)).toEqual([]);
});
