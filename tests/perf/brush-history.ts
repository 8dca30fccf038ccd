import { availableParallelism, loadavg } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { emptyDocument, type Operation, type StrokePoint } from "#lib/motion/document.ts";
import { BrushHistory } from "#lib/motion/history/brush-history.ts";
import { REGIONS } from "#lib/motion/labels.ts";
import { imagePoint } from "#lib/motion/point.ts";

/**
 * Prints what two hundred long strokes cost on a 4K picture: each piece while it is drawn, the step at its end, undo,
 * redo and painting all of it anew after a reload; and the memory before and after two hundred undos, which must not
 * grow.
 */
const SIZE = { widthPx: 4096, heightPx: 2304 };
const STROKES = 200;
const ROUNDS = 5;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const history = new BrushHistory(emptyDocument(SIZE));
const pieceMs: number[] = [];
const stepMs: number[] = [];
for (let stroke = 0; stroke < STROKES; stroke += 1) {
  const points = across(stroke);
  const paint = { label: REGIONS[stroke % REGIONS.length] ?? null, locked: [] };
  points.forEach((_, index) => {
    measured(pieceMs, () => history.paintInProgress(paint, points.slice(Math.max(0, index - 1), index + 1)));
  });
  const operation: Operation = { type: "stroke", ...paint, points };
  measured(stepMs, () => history.apply(operation));
}

const undoMs: number[] = [];
const redoMs: number[] = [];
const heaps = [heapMiB()];
for (let round = 0; round < ROUNDS; round += 1) {
  for (let step = 0; step < STROKES; step += 1) measured(undoMs, () => history.undo());
  heaps.push(heapMiB());
  for (let step = 0; step < STROKES; step += 1) measured(redoMs, () => history.redo());
}
const reloadMs: number[] = [];
measured(reloadMs, () => new BrushHistory(history.document));

console.log(
  `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; ${STROKES} strokes over 4096×2304`,
);
for (const [name, times] of Object.entries({ piece: pieceMs, step: stepMs, undo: undoMs, redo: redoMs }))
  console.log(`${name}: ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, at most ${at(times, 1)} ms`);
console.log(`reload: ${at(reloadMs, 1)} ms`);
console.log(
  `memory before, and after each ${STROKES} undos: ${heaps.map((mib) => mib.toFixed(1)).join(", ")} MiB`,
);

/** A wave over most of the picture, with a brush of 100 pixels. */
function across(stroke: number): StrokePoint[] {
  return Array.from({ length: 150 }, (_, index) => ({
    at: imagePoint(
      200 + index * 25,
      1152 + Math.sin(index / 12 + stroke) * 700 + Math.sin(index * 12.9898) * 4,
    ),
    radiusPx: 50 + Math.sin(index / 5) * 10,
  }));
}

function measured(times: number[], work: () => unknown): void {
  const start = performance.now();
  work();
  times.push(performance.now() - start);
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(2);
}

/** With the pixels, which lie outside of the heap. */
function heapMiB(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
