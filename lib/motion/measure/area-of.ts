import type { Label, LabelBuffer } from "../labels.ts";
import type { Vector } from "./follow-patch.ts";
import type { Area } from "./follow-region.ts";

const MAX_SAMPLES = 900;
/** A region is known by its border as much as by its inside. */
const BORDER_PX = 2;

/** @returns null when nothing is painted with this label */
export function areaOf({ owners, widthPx, heightPx }: LabelBuffer, label: Label): Area | null {
  const isOwned = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < widthPx && y < heightPx && owners[y * widthPx + x] === label;
  const isNear = (x: number, y: number) =>
    isOwned(x, y) ||
    isOwned(x - BORDER_PX, y) ||
    isOwned(x + BORDER_PX, y) ||
    isOwned(x, y - BORDER_PX) ||
    isOwned(x, y + BORDER_PX);
  if (!owners.includes(label)) return null;
  const samples: Vector[] = [];
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) if (isNear(x, y)) samples.push({ x, y });
  }
  const every = Math.max(1, samples.length / MAX_SAMPLES);
  const count = Math.floor(samples.length / every);
  return {
    samples: Array.from(
      { length: count },
      (_, index) => samples[Math.floor(index * every)] ?? { x: 0, y: 0 },
    ),
    isIn: ({ x, y }) => isOwned(Math.round(x), Math.round(y)),
  };
}
