import type { Localized } from "#lib/shared/localized.ts";
import { brokenExclusions, type Exclusion } from "./exclusions.ts";
import { cellAt, type Grid, grants, type MapCell, type Point, type Refusal } from "./grid.ts";

/** Something that a point asks of the map: refused where no statement grants the feature. */
export type Claim = {
  readonly feature: string;
  /** The axis to point at. */
  readonly axis: string;
  /** Whether the point asks for it; left out, every point does. */
  readonly isMade?: (point: Point) => boolean;
  readonly message: (point: Point) => Localized;
  /** Everything else stands on it: once refused, nothing more is said. */
  readonly isGround?: boolean;
};

/** The verdict of a kind's map, derived from its statements and from what a point can ask; what excludes what comes first. */
export function refusalsFrom(
  cells: readonly MapCell[],
  claims: readonly Claim[],
  exclusions: readonly Exclusion[] = [],
): Grid["refusals"] {
  return (point) => {
    const refused: Refusal[] = [...brokenExclusions(exclusions, point)];
    for (const { feature, axis, isMade, message, isGround } of claims) {
      if (isMade?.(point) === false || grants({ cells }, feature, point)) continue;
      refused.push({ axis, code: `${feature}_unsupported`, message: message(point) });
      if (isGround) break;
    }
    return refused;
  };
}

/** Whether the map takes the feature here without giving it any effect. */
export function isIgnored(cells: readonly MapCell[], feature: string, point: Point): boolean {
  return cellAt({ cells }, feature, point)?.support === "ignored";
}

/** For kinds that upstream offers whatever the model: one statement, and nothing to refuse. */
export function modelIndependent(source: string): Pick<Grid, "cells" | "refusals"> {
  const cell: MapCell = {
    feature: "generation",
    where: {},
    support: "yes",
    evidence: "documented",
    source: `${source}; off-26 §6.2 (model-independent)`,
  };
  return { cells: [cell], refusals: () => [] };
}

/** A statement of an official page that grants something. */
export function documentedCell(feature: string, where: MapCell["where"], source: string): MapCell {
  return { feature, where, support: "yes", evidence: "documented", source };
}
