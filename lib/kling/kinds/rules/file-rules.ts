import type { Localized } from "#lib/shared/localized.ts";
import { MEDIA_LIMITS, type MediaLimits } from "../../media-limits.ts";
import type { RequestMedia } from "../../requests/request-media.ts";
import type { Violation } from "../../violation.ts";
import type { FactsByPath, FileFacts } from "../kind.ts";
import { limit } from "./field-rules.ts";

/** Upstream measures files itself and rounds; a clip of 10.04 s is one of 10 s. Ours. */
export const SECONDS_TOLERANCE = 0.1;

/**
 * Whether every file that a request names (`mediaOf`) keeps to the limits of its field. Judges only what is known: a file
 * without facts passes, and an earlier result (`output`) was a file of upstream's own.
 */
export function fileViolations(files: readonly RequestMedia[], facts: FactsByPath): readonly Violation[] {
  return files.flatMap(({ path, field }) => {
    const known = facts.get(path);
    const found = known === undefined ? [] : fileProblems(known, MEDIA_LIMITS[field.limit]);
    return found.map(({ code, message }) => limit(path, code, message));
  });
}

/** Everything about one file that its field would be refused for; what is not known of it is not judged. */
export function fileProblems(file: FileFacts, limits: MediaLimits): readonly FileProblem[] {
  return [
    ...typeProblems(file, limits),
    ...sideProblems(file, limits),
    ...lengthProblems(file, limits),
    ...rateProblems(file, limits),
  ];
}

export type FileProblem = {
  readonly code: "file_type" | "file_bytes" | "file_side" | "file_ratio" | "file_length" | "file_fps";
  readonly message: Localized;
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  "image/jpeg": "JPG",
  "image/png": "PNG",
  "video/mp4": "MP4",
  "video/quicktime": "MOV",
  "audio/mpeg": "MP3",
  "audio/wav": "WAV",
  "audio/mp4": "M4A",
  "audio/aac": "AAC",
};

function typeProblems(file: FileFacts, { mimeTypes, maxBytes }: MediaLimits): readonly FileProblem[] {
  const found: FileProblem[] = [];
  if (!mimeTypes.includes(file.mime.toLowerCase())) {
    const names = mimeTypes.map((mime) => TYPE_NAMES[mime] ?? mime);
    const message = {
      zh: `仅支持 ${names.join("、")} 文件`,
      en: `Only ${names.join(", ")} files are accepted`,
    };
    found.push({ code: "file_type", message });
  }
  if (maxBytes !== undefined && file.bytes > maxBytes) {
    const megabytes = Math.floor(maxBytes / (1024 * 1024));
    const message = {
      zh: `文件不能超过 ${megabytes} MB`,
      en: `The file must not exceed ${megabytes} MB`,
    };
    found.push({ code: "file_bytes", message });
  }
  return found;
}

function sideProblems(
  { widthPx, heightPx }: FileFacts,
  { minSidePx, maxSidePx, maxRatio }: MediaLimits,
): readonly FileProblem[] {
  if (widthPx === null || heightPx === null) return [];
  const shortPx = Math.min(widthPx, heightPx);
  const longPx = Math.max(widthPx, heightPx);
  const found: FileProblem[] = [];
  if (isOutside(shortPx, { min: minSidePx }) || isOutside(longPx, { max: maxSidePx })) {
    const message = outsideMessage(
      { zh: "每条边", en: "Each side" },
      { min: minSidePx, max: maxSidePx },
      PIXELS,
    );
    found.push({ code: "file_side", message });
  }
  if (maxRatio !== undefined && longPx > shortPx * maxRatio) {
    const message = {
      zh: `宽高比须在 1:${maxRatio} 与 ${maxRatio}:1 之间`,
      en: `The ratio must be between 1:${maxRatio} and ${maxRatio}:1`,
    };
    found.push({ code: "file_ratio", message });
  }
  return found;
}

function lengthProblems({ durationSeconds }: FileFacts, limits: MediaLimits): readonly FileProblem[] {
  const { minSeconds: min, maxSeconds: max } = limits;
  if (durationSeconds === null || !isOutside(durationSeconds, { min, max }, SECONDS_TOLERANCE)) return [];
  return [{ code: "file_length", message: lengthMessage({ min, max }) }];
}

function rateProblems({ fps }: FileFacts, { minFps, maxFps }: MediaLimits): readonly FileProblem[] {
  // 23.976 and 59.94 are what people call 24 and 60.
  if (fps === null || !isOutside(Math.round(fps), { min: minFps, max: maxFps })) return [];
  const message = outsideMessage({ zh: "帧率", en: "The frame rate" }, { min: minFps, max: maxFps }, FPS);
  return [{ code: "file_fps", message }];
}

export type Bounds = { readonly min?: number | undefined; readonly max?: number | undefined };

export function isOutside(value: number, { min, max }: Bounds, tolerance = 0): boolean {
  return (min !== undefined && value < min - tolerance) || (max !== undefined && value > max + tolerance);
}

/** "The length must be between 3 and 10 s", or with one bound only. */
export function lengthMessage(bounds: Bounds): Localized {
  return outsideMessage({ zh: "时长", en: "The length" }, bounds, SECONDS);
}

const PIXELS: Localized = { zh: "像素", en: "pixels" };
const SECONDS: Localized = { zh: "秒", en: "s" };
const FPS: Localized = { zh: "帧/秒", en: "frames per second" };

function outsideMessage(what: Localized, { min, max }: Bounds, unit: Localized): Localized {
  if (min !== undefined && max !== undefined) {
    return {
      zh: `${what.zh}须在 ${min} 到 ${max} ${unit.zh}之间`,
      en: `${what.en} must be between ${min} and ${max} ${unit.en}`,
    };
  }
  if (min !== undefined)
    return {
      zh: `${what.zh}不能小于 ${min} ${unit.zh}`,
      en: `${what.en} must be at least ${min} ${unit.en}`,
    };
  return { zh: `${what.zh}不能超过 ${max} ${unit.zh}`, en: `${what.en} must be at most ${max} ${unit.en}` };
}
