import type { BrushDocument } from "#lib/motion/document.ts";
import type { Paths } from "#lib/motion/history/paths.ts";
import { LABELS, type Label, REGIONS } from "#lib/motion/labels.ts";
import type { Size } from "#lib/motion/point.ts";
import type { BrushState, Gesture } from "#lib/motion/tools/brush-state.ts";
import type { Extents } from "./region-extents.ts";

/** How regions are shown; nothing of it belongs to the drawing. */
export type Looks = {
  /** 0..1 */
  readonly opacity: number;
  readonly hidden: readonly Label[];
  /** Only this one is shown; null for all. */
  readonly solo: Label | null;
};

/** What the controls show. Most strokes change nothing of it, and then nothing is rendered. */
export type BrushView = Looks &
  Pick<BrushState, "tool" | "label" | "locked" | "brushRadiusPx" | "touch" | "isPenSeen"> & {
    readonly size: Size;
    /** What is begun and wants to be ended. */
    readonly making: "polygon" | "path" | "selection" | null;
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly paths: Paths;
    /** Labels that own pixels. */
    readonly painted: readonly Label[];
  };

type Source = {
  readonly state: BrushState;
  readonly looks: Looks;
  readonly document: BrushDocument;
  readonly paths: Paths;
  readonly extents: Extents;
};

/** The view of now; the very one of before where it shows the same. */
export function nextView(before: BrushView | null, source: Source): BrushView {
  const next = viewOf(source);
  if (before === null) return next;
  const view = {
    ...next,
    paths: samePaths(before.paths, next.paths) ? before.paths : next.paths,
    painted: sameLabels(before.painted, next.painted) ? before.painted : next.painted,
  };
  const keys = Object.keys(view) as (keyof BrushView)[]; // keys of this very type
  return keys.every((key) => before[key] === view[key]) ? before : view;
}

function viewOf({ state, looks, document, paths, extents }: Source): BrushView {
  const { tool, label, locked, brushRadiusPx, touch, isPenSeen, gesture } = state;
  const making = makingOf(gesture);
  return {
    ...looks,
    ...{ tool, label, locked, brushRadiusPx, touch, isPenSeen, making, paths },
    size: document.size,
    canUndo: document.done.length > 0 || making !== null,
    canRedo: document.undone.length > 0,
    painted: LABELS.filter((one) => extents.has(one)),
  };
}

function makingOf(gesture: Gesture): BrushView["making"] {
  switch (gesture.mode) {
    case "polygon":
      return "polygon";
    case "drawing-path":
      return gesture.isFreehand ? null : "path";
    case "selecting":
      return "selection";
    case "idle":
    case "painting":
    case "lasso":
    case "shape":
    case "moving-path":
    case "panning":
    case "pinching":
    case "resizing":
      return null;
  }
}

function samePaths(a: Paths, b: Paths): boolean {
  return REGIONS.every((region) => a[region] === b[region]);
}

function sameLabels(a: readonly Label[], b: readonly Label[]): boolean {
  return a.length === b.length && a.every((label, index) => label === b[index]);
}
