import type { Sound } from "../encode/audio-track.ts";

const WINDOW_SECONDS = 0.04;
/** A loud voice has about this mean level. */
const LOUD = 0.25;

/** How loud it is around a moment, from 0 to 1; 0 outside of the sound. */
export function levelAt({ left, sampleRate }: Sound, seconds: number): number {
  const from = Math.max(0, Math.round((seconds - WINDOW_SECONDS / 2) * sampleRate));
  const to = Math.min(left.length, Math.round((seconds + WINDOW_SECONDS / 2) * sampleRate));
  if (to <= from) return 0;
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += (left[index] ?? 0) ** 2;
  return Math.min(1, Math.sqrt(sum / (to - from)) / LOUD);
}
