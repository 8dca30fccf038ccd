import { discsAround } from "./mask.ts";
import { maskPng } from "./mask-png.ts";
import { encodeRunLengths, type RunLengths } from "./run-lengths.ts";

type Marks = Parameters<typeof discsAround>[0];
type Size = Parameters<typeof discsAround>[1];

/** What marks select in a frame, in both ways of writing it; the points are shares from the upper left corner. */
export function maskAround(points: Marks, size: Size): { readonly rle: RunLengths; readonly png: string } {
  const mask = discsAround(points, size);
  return { rle: encodeRunLengths(mask), png: maskPng(mask).toString("base64") };
}
