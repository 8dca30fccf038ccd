import type { Random } from "../scene/random.ts";

/** White noise through a one-pole low-pass and high-pass: the raw material of wind, rain and waves. */
export function filteredNoise(random: Random, { lowHz, highHz, sampleRate }: NoiseBand): () => number {
  const smooth = 1 - Math.exp((-2 * Math.PI * highHz) / sampleRate);
  const drain = 1 - Math.exp((-2 * Math.PI * lowHz) / sampleRate);
  let first = 0;
  let second = 0;
  let floor = 0;
  return () => {
    first += (random.next() * 2 - 1 - first) * smooth;
    second += (first - second) * smooth;
    floor += (second - floor) * drain;
    return second - floor;
  };
}

export type NoiseBand = { lowHz: number; highHz: number; sampleRate: number };
