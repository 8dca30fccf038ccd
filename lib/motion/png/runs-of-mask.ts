import type { Run } from "../document.ts";
import { runCollector } from "../select/run-collector.ts";

/** Brighter than this is meant: masks that come back may have been through a lossy format. */
const MIDDLE = 127;

/** A mask's pixels as the browser or the server decoded them, so many bytes each; the first of them counts. */
export type DecodedMask = { readonly bytes: Uint8Array | Uint8ClampedArray; readonly bytesPerPixel: number };

/** What a mask means, for an operation `runs`: how masks of an old request become regions again. */
export function runsOfMask({ bytes, bytesPerPixel }: DecodedMask): Run[] {
  const meant = new Uint8Array(Math.floor(bytes.length / bytesPerPixel));
  for (let pixel = 0; pixel < meant.length; pixel += 1)
    meant[pixel] = (bytes[pixel * bytesPerPixel] ?? 0) > MIDDLE ? 1 : 0;
  const runs = runCollector();
  runs.add(meant, 0);
  return runs.finish();
}
