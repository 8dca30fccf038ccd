import type { FileFacts } from "../kinds/kind.ts";
import { type FileProblem, fileProblems, SECONDS_TOLERANCE } from "../kinds/rules/file-rules.ts";
import type { MediaLimits } from "../media-limits.ts";
import type { ImageSize } from "../output.ts";
import { cropToRatio, sizeToWrite } from "./fit-size.ts";
import { mostSecondsOf, planSound, type SoundPlan, WEIGHT_MARGIN } from "./sound-plan.ts";

/** Why nothing that a browser does to a file makes it fit. */
export type FixObstacle = "wrong_kind" | "too_short" | "no_sound" | "cannot_write";

export type FixStep = "trim" | "crop" | "scale" | "rate" | "sound" | "write";

/** What is done to a file, in this order. Each part that is null is left as it is. */
export type FixPlan = {
  readonly steps: readonly FixStep[];
  /** The least and the most that may be kept, in seconds; what exactly, a person chooses. */
  readonly trim: { readonly minSeconds: number; readonly maxSeconds: number } | null;
  /** Measures of the part that is kept; where it lies, a person chooses. */
  readonly crop: ImageSize | null;
  /** Measures that are written; null for sounds. */
  readonly size: ImageSize | null;
  readonly fps: number | null;
  readonly sound: SoundPlan | null;
  /** The most that a film's pictures may take, so that the file stays light enough; null when no weight is asked. */
  readonly videoBitsPerSecond: number | null;
  /** What the file will be, as its field judges it. `bytes` is the most that it may come to. */
  readonly result: FileFacts;
};

export type FixVerdict =
  | { readonly fits: true }
  | { readonly fits: false; readonly problems: readonly FileProblem[]; readonly obstacle: FixObstacle }
  | { readonly fits: false; readonly problems: readonly FileProblem[]; readonly plan: FixPlan };

/** What a person has chosen so far of the parts that are kept. */
export type ChosenParts = { readonly size?: ImageSize; readonly seconds?: number };

export type FixOptions = {
  /** Types that this browser can write. */
  readonly writes: readonly string[];
  readonly chosen?: ChosenParts;
};

/**
 * Whether a file may stand in a field of these limits, and if not, what makes it fit: the mildest change of each measure that
 * is outside. Every plan's result keeps to the limits.
 */
export function planFixes(facts: FileFacts, limits: MediaLimits, options: FixOptions): FixVerdict {
  const problems = fileProblems(facts, limits);
  const isChosen = options.chosen !== undefined;
  if (problems.length === 0 && !isChosen) return { fits: true };
  const mime = typeToWrite(facts, limits, options.writes);
  const obstacle = obstacleOf(facts, limits, mime);
  if (obstacle !== null || mime === null)
    return { fits: false, problems, obstacle: obstacle ?? "cannot_write" };
  return { fits: false, problems, plan: planOf(facts, limits, { mime, chosen: options.chosen ?? {} }) };
}

/** The first type of ours that the field takes and the browser writes. */
const WRITTEN = { image: ["image/jpeg"], video: ["video/mp4"], audio: ["audio/mp4", "audio/wav"] } as const;

type WrittenType = (typeof WRITTEN)[keyof typeof WRITTEN][number];

function typeToWrite(facts: FileFacts, limits: MediaLimits, writes: readonly string[]): WrittenType | null {
  // A voice may come in a film: a film that is too long for it becomes a sound, which is what is meant.
  const candidates: readonly WrittenType[] = WRITTEN[limits.type];
  const kindOfFile = kindOf(facts.mime);
  if (kindOfFile !== limits.type && !(kindOfFile === "video" && limits.type === "audio")) return null;
  return candidates.find((type) => limits.mimeTypes.includes(type) && writes.includes(type)) ?? null;
}

function obstacleOf(facts: FileFacts, limits: MediaLimits, mime: string | null): FixObstacle | null {
  const kind = kindOf(facts.mime);
  const isFilmForSound = kind === "video" && limits.type === "audio";
  if (kind !== limits.type && !isFilmForSound) return "wrong_kind";
  if (isFilmForSound && facts.hasSound === false) return "no_sound";
  const { minSeconds = 0 } = limits;
  if (facts.durationSeconds !== null && facts.durationSeconds < minSeconds - SECONDS_TOLERANCE)
    return "too_short";
  return mime === null ? "cannot_write" : null;
}

type Writing = { readonly mime: WrittenType; readonly chosen: ChosenParts };

function planOf(facts: FileFacts, limits: MediaLimits, { mime, chosen }: Writing): FixPlan {
  const trim = trimOf(facts, limits, mime);
  const seconds = secondsKept(facts, trim, chosen);
  const whole = limits.type === "audio" ? null : sizeOf(facts);
  const kept = whole && cropToRatio(chosen.size ?? whole, limits);
  const size = kept && sizeToWrite(kept, limits);
  const fps = limits.type === "video" ? rateOf(facts, limits) : null;
  const maxBytes = limits.maxBytes ?? Number.POSITIVE_INFINITY;
  const sound = isSoundType(mime) ? planSound(mime, { seconds: seconds ?? 0, maxBytes }) : null;
  const isCropped = whole !== null && kept !== null && !isSameSize(whole, kept);
  const steps: FixStep[] = [];
  if (seconds !== facts.durationSeconds) steps.push("trim");
  if (isCropped) steps.push("crop");
  if (kept !== null && size !== null && isScaled(kept, size)) steps.push("scale");
  if (fps !== null) steps.push("rate");
  if (limits.type === "audio" && kindOf(facts.mime) === "video") steps.push("sound");
  if (!limits.mimeTypes.includes(facts.mime.toLowerCase()) || facts.bytes > maxBytes) steps.push("write");
  return {
    steps,
    trim,
    crop: isCropped ? kept : null,
    size,
    fps,
    sound,
    videoBitsPerSecond: limits.type === "video" ? lightEnough(limits, seconds) : null,
    result: {
      mime,
      bytes: Math.min(maxBytes, Number.MAX_SAFE_INTEGER),
      widthPx: size?.widthPx ?? null,
      heightPx: size?.heightPx ?? null,
      durationSeconds: seconds,
      fps: fps ?? (limits.type === "video" ? facts.fps : null),
      hasSound: facts.hasSound,
    },
  };
}

/** The bounds within which a part is chosen; null when all of it may stay and the file has no length. */
function trimOf(facts: FileFacts, limits: MediaLimits, mime: WrittenType): FixPlan["trim"] {
  if (facts.durationSeconds === null) return null;
  const { minSeconds = 0, maxSeconds = Number.POSITIVE_INFINITY } = limits;
  const lightSeconds = isSoundType(mime) ? mostSecondsOf(mime, limits.maxBytes) : Number.POSITIVE_INFINITY;
  return {
    minSeconds: Math.min(minSeconds, facts.durationSeconds),
    maxSeconds: Math.min(maxSeconds, lightSeconds, facts.durationSeconds),
  };
}

function secondsKept(facts: FileFacts, trim: FixPlan["trim"], { seconds }: ChosenParts): number | null {
  if (trim === null) return facts.durationSeconds;
  return Math.min(Math.max(seconds ?? trim.maxSeconds, trim.minSeconds), trim.maxSeconds);
}

/** Null when the pictures come fast enough and not too fast. 23.976 is what people call 24. */
function rateOf({ fps }: FileFacts, { minFps = 0, maxFps = Number.POSITIVE_INFINITY }: MediaLimits) {
  if (fps === null) return null;
  const rounded = Math.round(fps);
  if (rounded < minFps) return minFps;
  return rounded > maxFps ? maxFps : null;
}

function lightEnough({ maxBytes }: MediaLimits, seconds: number | null): number | null {
  if (maxBytes === undefined || seconds === null) return null;
  return Math.floor((maxBytes * 8 * WEIGHT_MARGIN) / Math.max(seconds, 0.1));
}

/** Leaving out one row for the sake of even sides is no scaling that a person need be told of. */
function isScaled(kept: ImageSize, size: ImageSize): boolean {
  return Math.abs(kept.widthPx - size.widthPx) > 1 || Math.abs(kept.heightPx - size.heightPx) > 1;
}

function isSameSize(a: ImageSize, b: ImageSize): boolean {
  return a.widthPx === b.widthPx && a.heightPx === b.heightPx;
}

function sizeOf({ widthPx, heightPx }: FileFacts): ImageSize | null {
  return widthPx === null || heightPx === null ? null : { widthPx, heightPx };
}

function isSoundType(mime: WrittenType): mime is SoundPlan["mime"] {
  return mime === "audio/mp4" || mime === "audio/wav";
}

function kindOf(mime: string): string {
  return mime.toLowerCase().split("/")[0] ?? "";
}
