/** A part of a film or a sound, in seconds from its beginning. */
export type TrimRange = { readonly start: number; readonly end: number };

export type TrimBounds = {
  /** Of the whole file. */
  readonly durationSeconds: number;
  /** Of the part. */
  readonly minSeconds: number;
  readonly maxSeconds: number;
};

export type TrimHandle = "start" | "end" | "whole";

/** The longest part that may be kept, from the beginning. */
export function firstRange({ maxSeconds, durationSeconds }: TrimBounds): TrimRange {
  return { start: 0, end: Math.min(maxSeconds, durationSeconds) };
}

/** The part with one end put elsewhere. What would make it too long or too short takes the other end along. */
export function moveHandle(
  { start, end }: TrimRange,
  { handle, to, bounds }: { handle: TrimHandle; to: number; bounds: TrimBounds },
): TrimRange {
  const { durationSeconds, minSeconds, maxSeconds } = bounds;
  switch (handle) {
    case "start": {
      const from = clamp(to, 0, durationSeconds - minSeconds);
      return {
        start: from,
        end: clamp(end, from + minSeconds, Math.min(from + maxSeconds, durationSeconds)),
      };
    }
    case "end": {
      const until = clamp(to, minSeconds, durationSeconds);
      return { start: clamp(start, Math.max(0, until - maxSeconds), until - minSeconds), end: until };
    }
    case "whole": {
      const length = end - start;
      const from = clamp(to, 0, durationSeconds - length);
      return { start: from, end: from + length };
    }
  }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(min, max));
}
