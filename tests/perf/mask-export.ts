import { availableParallelism, loadavg } from "node:os";
import type { StrokePoint } from "#lib/motion/document.ts";
import { emptyLabels, LABELS, type Label, type LabelBuffer } from "#lib/motion/labels.ts";
import { maskPngs } from "#lib/motion/png/mask-pngs.ts";
import { imagePoint } from "#lib/motion/point.ts";
import { paintStroke } from "#lib/motion/raster/stroke.ts";

/**
 * Prints how long the masks of a whole 4K picture take, six regions and the still area, and how many bytes they are: the
 * promise is 300 ms and 200 KB for all seven.
 */
const SIZE = { widthPx: 4096, heightPx: 2304 };
const ROUNDS = 7;

const labels = painted();
const timesMs: number[] = [];
let bytes = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const start = performance.now();
  const masks = await maskPngs(labels, LABELS);
  timesMs.push(performance.now() - start);
  bytes = masks.reduce((sum, { png }) => sum + png.length, 0);
}
const middleMs = timesMs.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);
console.log(
  `7 masks of 4096×2304: ${middleMs.toFixed(0)} ms (${timesMs.map((ms) => ms.toFixed(0)).join(", ")})`,
);
console.log(`${(bytes / 1024).toFixed(0)} KiB altogether`);

/** Each label as a hand paints it: scribbles side by side in its own part of the picture, with a trembling edge. */
function painted(): LabelBuffer {
  const buffer = emptyLabels(SIZE);
  LABELS.forEach((label, index) => {
    for (let stroke = 0; stroke < 8; stroke += 1)
      paintStroke(
        buffer,
        { label, locked: [] },
        scribble(label, { x: 300 + index * 560, y: 250 + stroke * 230 }),
      );
  });
  return buffer;
}

function scribble(label: Label, { x, y }: { x: number; y: number }): StrokePoint[] {
  return Array.from({ length: 120 }, (_, step) => ({
    at: imagePoint(
      x + Math.sin(step / 3) * 240 + Math.sin(step * 12.9898 + label) * 6,
      y + step * 1.5 + Math.sin(step * 78.233 + label) * 6,
    ),
    radiusPx: 40 + Math.sin(step * 3.7) * 6,
  }));
}
