import { expect, test } from "vitest";
import type { FileFacts } from "./kinds/kind.ts";
import { usesOfFile } from "./uses-of-file.ts";

const PICTURE: FileFacts = {
  mime: "image/png",
  bytes: 1000,
  widthPx: 600,
  heightPx: 600,
  durationSeconds: null,
  fps: null,
  hasSound: null,
};
const CLIP: FileFacts = {
  ...PICTURE,
  mime: "video/mp4",
  widthPx: 1280,
  heightPx: 720,
  durationSeconds: 5,
  fps: 24,
  hasSound: false,
};

const fitting = (file: FileFacts) =>
  usesOfFile(file)
    .filter(({ problem }) => problem === null)
    .map(({ kind }) => kind);

test("a picture begins what takes pictures, and nothing that takes only films", () => {
  expect(fitting(PICTURE)).toContain("image2video");
  expect(fitting(PICTURE)).not.toContain("video-to-audio");
});

test("a picture that is too small is told why, behind what it fits", () => {
  const uses = usesOfFile({ ...PICTURE, heightPx: 100 });
  expect(uses.every(({ problem }) => problem !== null)).toBe(true);
  const narrow = usesOfFile({ ...PICTURE, heightPx: 2000 });
  expect(narrow[0]).toEqual({ kind: "virtual-try-on", problem: null }); // its ratio is not stated
  expect(narrow.at(-1)?.problem).not.toBeNull();
});

test("a clip is judged by each tool's own limits", () => {
  expect(fitting(CLIP)).toEqual([
    "omni-video",
    "motion-control",
    "lip-sync",
    "multi-elements",
    "video-to-audio",
  ]);
  expect(fitting({ ...CLIP, durationSeconds: 25 })).toEqual(["motion-control", "lip-sync"]);
});

test("a sound begins lip-sync and avatars", () => {
  const sound = { ...CLIP, mime: "audio/mpeg", widthPx: null, heightPx: null, fps: null };
  expect(fitting(sound)).toEqual(["lip-sync", "avatar"]);
  expect(fitting({ ...sound, durationSeconds: 90 })).toEqual(["avatar"]);
});
