import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Still, StillsJob } from "../production.ts";
import { drawStill } from "./draw-still.ts";

const MAX_SIDE_PX = 4096;

/**
 * Draws the stills of a job, one after the other, and writes each as a PNG. Decodes foreign files: for limited children.
 * @throws ChildRefusal when a file cannot be used
 * @throws RangeError for a size that cannot be drawn: the caller's bug
 */
export async function drawStills(
  { stills, outDir }: StillsJob,
  reportProgress: (fraction: number) => void,
): Promise<void> {
  for (const still of stills) assertDrawable(still);
  for (const [index, still] of stills.entries()) {
    const canvas = await drawStill(still);
    await writeFile(join(outDir, still.fileName), await canvas.encode("png"));
    globalThis.gc?.(); // a canvas of 4096 × 4096 holds 64 MiB that only a collection returns
    reportProgress((index + 1) / stills.length);
  }
}

function assertDrawable({ widthPx, heightPx }: Still): void {
  for (const sidePx of [widthPx, heightPx]) {
    if (!Number.isInteger(sidePx) || sidePx < 1 || sidePx > MAX_SIDE_PX)
      throw new RangeError(`A side of ${sidePx} px is not a whole number from 1 to ${MAX_SIDE_PX}.`);
  }
}
