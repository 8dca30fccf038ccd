import type { Localized } from "#lib/shared/localized.ts";
import type { Point, Refusal } from "./grid.ts";

/** A bound or an exclusion between controls, which no policy softens. */
export type Exclusion = {
  readonly code: string;
  /** The control to point at. */
  readonly axis: string;
  readonly isBroken: (point: Point) => boolean;
  readonly message: Localized;
};

export function brokenExclusions(exclusions: readonly Exclusion[], point: Point): readonly Refusal[] {
  return exclusions
    .filter(({ isBroken }) => isBroken(point))
    .map(({ axis, code, message }) => ({ axis, code, message, class: "limit" }));
}

/** A count on an axis; 0 for a point that has none. */
export function countAt(point: Point, axis: string): number {
  const count = point[axis];
  return typeof count === "number" ? count : 0;
}
