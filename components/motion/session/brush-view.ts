import type { BrushDocument } from "#lib/motion/document.ts";
import type { Paths } from "#lib/motion/history/paths.ts";
import type { Label } from "#lib/motion/labels.ts";
import type { BrushState, Gesture } from "#lib/motion/tools/brush-state.ts";
import type { Extents } from "./region-extents.ts";
import type { Saying } from "./saying.ts";

/** How regions are shown; nothing of it belongs to the drawing. */
export type Looks = {
  /** 0..1 */
  readonly opacity: number;
  readonly hidden: readonly Label[];
  /** Only this one is shown; null for all. */
  readonly solo: Label | null;
};

/** What the controls show; it changes with steps and choices, not with every move of a pointer. */
export type BrushView = Looks &
  Pick<BrushState, "tool" | "label" | "locked" | "brushRadiusPx" | "touch" | "isPenSeen" | "chosen"> & {
    readonly mode: Gesture["mode"];
    /** Corners, points or taps of what is in the making. */
    readonly made: number;
    readonly zoomPercent: number;
    readonly document: BrushDocument;
    readonly paths: Paths;
    readonly extents: Extents;
    /** The last thing worth telling; a new object each time. */
    readonly saying: Saying | null;
  };

type Source = {
  readonly state: BrushState;
  readonly looks: Looks;
  readonly document: BrushDocument;
  readonly paths: Paths;
  readonly extents: Extents;
  readonly saying: Saying | null;
};

export function viewOf({ state, looks, ...rest }: Source): BrushView {
  const { tool, label, locked, brushRadiusPx, touch, isPenSeen, chosen, gesture, view } = state;
  return {
    ...looks,
    ...rest,
    ...{ tool, label, locked, brushRadiusPx, touch, isPenSeen, chosen },
    mode: gesture.mode,
    made: madeBy(gesture),
    zoomPercent: Math.round(view.scale * 100),
  };
}

export function sameView(a: BrushView, b: BrushView): boolean {
  return (Object.keys(a) as (keyof BrushView)[]).every((key) => a[key] === b[key]); // keys of this very type
}

function madeBy(gesture: Gesture): number {
  switch (gesture.mode) {
    case "polygon":
      return gesture.corners.length;
    case "drawing-path":
      return gesture.isFreehand ? 1 : gesture.points.length;
    case "selecting":
      return gesture.seeds.length;
    case "idle":
    case "painting":
    case "lasso":
    case "shape":
    case "moving-path":
    case "panning":
    case "pinching":
    case "resizing":
      return 0;
  }
}
