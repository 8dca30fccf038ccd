import { describe, expect, test } from "vitest";
import { MEDIA_LIMITS, type MediaLimit, type MediaLimits } from "../../media-limits.ts";
import type { FileFacts } from "../kind.ts";
import { fileViolations } from "./file-rules.ts";

function codes(limit: MediaLimit, facts: FileFacts): string[] {
  const file = { path: "file", reference: "x", field: { type: "video" as const, limit } };
  return fileViolations([file], new Map([["file", facts]])).map(({ code }) => code);
}

/** A file that keeps to these limits. */
function fileFor(limits: MediaLimits): FileFacts {
  const sidePx = limits.minSidePx ?? 720;
  return {
    mime: limits.mimeTypes[0] ?? "",
    bytes: limits.maxBytes ?? 1000,
    widthPx: limits.type === "audio" ? null : sidePx,
    heightPx: limits.type === "audio" ? null : sidePx,
    durationSeconds: limits.type === "image" ? null : (limits.minSeconds ?? 1),
    fps: limits.type === "video" ? (limits.minFps ?? 24) : null,
    hasSound: null,
  };
}

const EVERY_LIMIT = (Object.keys(MEDIA_LIMITS) as MediaLimit[]).map((name): [MediaLimit, MediaLimits] => [
  name,
  MEDIA_LIMITS[name],
]);

describe.each(EVERY_LIMIT)("the limits of a file for %s", (name, limits) => {
  const fine = fileFor(limits);

  test("take a file that just keeps to them", () => {
    expect(codes(name, fine)).toEqual([]);
  });

  test("refuse each that is exceeded by one", () => {
    const found = [
      codes(name, { ...fine, mime: "text/plain" }),
      ...(limits.maxBytes ? [codes(name, { ...fine, bytes: limits.maxBytes + 1 })] : []),
      ...(limits.minSidePx ? [codes(name, { ...fine, heightPx: limits.minSidePx - 1 })] : []),
      ...(limits.minSeconds ? [codes(name, { ...fine, durationSeconds: limits.minSeconds - 1 })] : []),
      ...(limits.maxSeconds ? [codes(name, { ...fine, durationSeconds: limits.maxSeconds + 1 })] : []),
      ...(limits.minFps ? [codes(name, { ...fine, fps: limits.minFps - 1 })] : []),
      ...(limits.maxFps ? [codes(name, { ...fine, fps: limits.maxFps + 1 })] : []),
    ];
    const expected = [
      ["file_type"],
      ...(limits.maxBytes ? [["file_bytes"]] : []),
      ...(limits.minSidePx ? [["file_side"]] : []),
      ...(limits.minSeconds ? [["file_length"]] : []),
      ...(limits.maxSeconds ? [["file_length"]] : []),
      ...(limits.minFps ? [["file_fps"]] : []),
      ...(limits.maxFps ? [["file_fps"]] : []),
    ];
    expect(found).toEqual(expected);
  });
});

test("a picture may be two and a half times as long as wide, either way, and not a pixel more", () => {
  const picture = fileFor(MEDIA_LIMITS.image);
  expect(codes("image", { ...picture, widthPx: 1000, heightPx: 400 })).toEqual([]);
  expect(codes("image", { ...picture, widthPx: 1001, heightPx: 400 })).toEqual(["file_ratio"]);
  expect(codes("image", { ...picture, widthPx: 400, heightPx: 1001 })).toEqual(["file_ratio"]);
});

test("the longest side is judged, and lengths and rates as upstream rounds them", () => {
  const film = fileFor(MEDIA_LIMITS.referenceVideo);
  expect(codes("referenceVideo", { ...film, widthPx: 2161 })).toEqual(["file_side"]);
  expect(codes("referenceVideo", { ...film, durationSeconds: 15.58, fps: 23.976 })).toEqual([]);
});

test("a file of which nothing is known passes", () => {
  const file = { path: "file", reference: "x", field: { type: "image" as const, limit: "image" as const } };
  expect(fileViolations([file], new Map())).toEqual([]);
});
