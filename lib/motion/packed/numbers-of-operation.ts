import type { Operation, Run, Shape, StrokePoint } from "../document.ts";
import type { Label } from "../labels.ts";
import { type ImagePoint, imagePoint } from "../point.ts";

/** Coordinates are kept in sixteenths of a pixel: nobody sees the difference, and whole numbers pack well. */
const PARTS = 16;

/** An operation as JSON packs it: its kind, who owns what is painted (0 frees), the locks of that moment, and numbers. */
export type PackedOperation = readonly [kind: string, label: number, locked: readonly number[], ...number[]];

export function numbersOfOperation(operation: Operation): PackedOperation {
  switch (operation.type) {
    case "stroke":
      return ["s", operation.label ?? 0, operation.locked, ...strokeNumbers(operation.points)];
    case "shape":
      return [
        KIND_OF_SHAPE[operation.area.shape],
        operation.label ?? 0,
        operation.locked,
        ...cornersOf(operation.area),
      ];
    case "fill":
      return ["f", operation.label ?? 0, operation.locked, ...pointNumbers([operation.at])];
    case "runs":
      return ["u", operation.label ?? 0, operation.locked, ...runNumbers(operation.runs)];
    case "clear":
      return ["c", operation.label, []];
    case "path":
      return ["p", operation.region, [], ...pointNumbers(operation.path)];
  }
}

const KIND_OF_SHAPE = { polygon: "g", rectangle: "r", ellipse: "e" } as const;

function cornersOf(shape: Shape): readonly number[] {
  return pointNumbers(shape.shape === "polygon" ? shape.corners : [shape.from, shape.to]);
}

/** Each point as its way from the one before. */
function pointNumbers(points: readonly ImagePoint[]): number[] {
  let lastX = 0;
  let lastY = 0;
  return points.flatMap((point) => {
    const x = Math.round(point.x * PARTS);
    const y = Math.round(point.y * PARTS);
    const step = [x - lastX, y - lastY];
    lastX = x;
    lastY = y;
    return step;
  });
}

function strokeNumbers(points: readonly StrokePoint[]): number[] {
  const steps = pointNumbers(points.map(({ at }) => at));
  return points.flatMap(({ radiusPx }, index) => [
    steps[2 * index] ?? 0,
    steps[2 * index + 1] ?? 0,
    Math.round(radiusPx * PARTS),
  ]);
}

/** Each run as the gap before it and its length. */
function runNumbers(runs: readonly Run[]): number[] {
  let end = 0;
  return runs.flatMap(([start, length]) => {
    const gap = start - end;
    end = start + length;
    return [gap, length];
  });
}

/** The inverse for numbers that have been checked; null for a kind that is not known. */
export function operationOfNumbers(
  kind: string,
  { label, locked, numbers }: { label: Label | null; locked: readonly Label[]; numbers: readonly number[] },
): Operation | null {
  const paint = { label, locked };
  const points = (): ImagePoint[] => pointsOf(numbers);
  switch (kind) {
    case "s":
      return { type: "stroke", ...paint, points: strokeOf(numbers) };
    case "g":
      return { type: "shape", ...paint, area: { shape: "polygon", corners: points() } };
    case "r":
    case "e": {
      const [from, to] = points();
      if (from === undefined || to === undefined) return null;
      const shape = kind === "r" ? "rectangle" : "ellipse";
      return { type: "shape", ...paint, area: { shape, from, to } };
    }
    case "f": {
      const [at] = points();
      return at === undefined ? null : { type: "fill", ...paint, at };
    }
    case "u":
      return { type: "runs", ...paint, runs: runsOf(numbers) };
    case "c":
      return label === null ? null : { type: "clear", label };
    case "p":
      return label === null || label === 7 ? null : { type: "path", region: label, path: points() };
  }
  return null;
}

function pointsOf(numbers: readonly number[]): ImagePoint[] {
  let x = 0;
  let y = 0;
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => {
    x += numbers[2 * index] ?? 0;
    y += numbers[2 * index + 1] ?? 0;
    return imagePoint(x / PARTS, y / PARTS);
  });
}

function strokeOf(numbers: readonly number[]): StrokePoint[] {
  const steps = numbers.filter((_, index) => index % 3 !== 2);
  return pointsOf(steps).map((at, index) => ({ at, radiusPx: (numbers[3 * index + 2] ?? 0) / PARTS }));
}

function runsOf(numbers: readonly number[]): Run[] {
  let end = 0;
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => {
    const start = end + (numbers[2 * index] ?? 0);
    const length = numbers[2 * index + 1] ?? 0;
    end = start + length;
    return [start, length] as const;
  });
}
