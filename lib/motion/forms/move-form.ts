import type { Operation, Path } from "../document.ts";
import type { LabelBuffer, Region } from "../labels.ts";
import { snapStart } from "../path/snap-start.ts";
import { tidyPath } from "../path/tidy-path.ts";
import { imagePoint } from "../point.ts";
import { middleOf } from "./middle-of.ts";

export const DIRECTIONS = ["right", "left", "up", "down"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** "Move right 200 px": one leg of a path, in pixels of the picture. */
export type MoveForm = {
  readonly region: Region;
  readonly direction: Direction;
  readonly distancePx: number;
  /** The path so far, to go on from its end; without one it begins in the region's middle. */
  readonly path?: Path;
};

export type MoveRefusal = "region-empty" | "no-room";

const STEPS: Readonly<Record<Direction, { readonly x: number; readonly y: number }>> = {
  right: { x: 1, y: 0 },
  left: { x: -1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Paths end at the picture's edge; `no-room`: it is there already, or the path has all the points it may have. */
export function moveOperation(
  labels: LabelBuffer,
  { region, direction, distancePx, path = [] }: MoveForm,
): { readonly operation: Operation } | { readonly refusal: MoveRefusal } {
  const from = path.at(-1) ?? middleOf(labels, region);
  if (from === null) return { refusal: "region-empty" };
  const so = path.length > 0 ? path : snapStart(labels, region, [from]).path;
  const start = so.at(-1) ?? from;
  const step = STEPS[direction];
  const end = imagePoint(start.x + step.x * distancePx, start.y + step.y * distancePx);
  const longer = tidyPath([...so, end], labels);
  if (longer === null || longer.length <= path.length) return { refusal: "no-room" };
  return { operation: { type: "path", region, path: longer } };
}
