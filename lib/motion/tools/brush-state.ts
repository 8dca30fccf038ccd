import type { Path, Run, StrokePoint } from "../document.ts";
import type { Label, Region } from "../labels.ts";
import type { ImagePoint, Size } from "../point.ts";
import type { Paint } from "../raster/painter.ts";
import { fitted, type ScreenPoint, type View } from "../view/view.ts";

export const TOOLS = [
  "brush",
  "eraser",
  "lasso",
  "polygon",
  "rectangle",
  "ellipse",
  "fill",
  "wand",
  "path",
  "hand",
] as const;
export type Tool = (typeof TOOLS)[number];

/** What one finger does: it draws, it pans, or it draws until a pen was seen. */
export type TouchRule = "auto" | "draws" | "pans";

/** What the keyboard acts on: a region's whole path, or one of its points. */
export type Chosen = { readonly region: Region; readonly point: number | null };

/** A place that auto-select starts from; a negative one keeps its surroundings out. */
export type Seed = { readonly at: ImagePoint; readonly isNegative: boolean };

/** What a pointer is in the middle of. Nothing of it is in the document yet. */
export type Gesture =
  | { readonly mode: "idle" }
  | {
      readonly mode: "painting";
      readonly pointerId: number;
      readonly paint: Paint;
      readonly points: readonly StrokePoint[];
    }
  | {
      readonly mode: "lasso";
      readonly pointerId: number;
      readonly paint: Paint;
      readonly corners: readonly ImagePoint[];
    }
  /** `next`: where the pointer is; a press becomes a corner when it ends. */
  | {
      readonly mode: "polygon";
      readonly pointerId: number | null;
      readonly paint: Paint;
      readonly corners: readonly ImagePoint[];
      readonly next: ImagePoint;
    }
  | {
      readonly mode: "shape";
      readonly pointerId: number;
      readonly shape: "rectangle" | "ellipse";
      readonly paint: Paint;
      readonly from: ImagePoint;
      readonly to: ImagePoint;
    }
  /** `isFreehand`: the pointer is down and draws; otherwise every tap adds a point. */
  | {
      readonly mode: "drawing-path";
      readonly pointerId: number | null;
      readonly region: Region;
      readonly isFreehand: boolean;
      readonly points: readonly ImagePoint[];
      readonly next: ImagePoint;
      readonly downAt: ScreenPoint;
    }
  /** A point of a path, or all of it (`point: null`), follows the pointer. `path` is how it would be. */
  | {
      readonly mode: "moving-path";
      readonly pointerId: number;
      readonly region: Region;
      readonly point: number | null;
      readonly from: ImagePoint;
      readonly original: Path;
      readonly path: Path;
    }
  | (Interlude & { readonly mode: "panning"; readonly pointerId: number; readonly screen: ScreenPoint })
  | (Interlude & { readonly mode: "pinching"; readonly fingers: readonly [Finger, Finger] })
  | {
      readonly mode: "resizing";
      readonly pointerId: number;
      readonly from: ScreenPoint;
      readonly radiusPx: number;
    }
  /** `runs` is what auto-select has found so far; `press` a pointer that is still down. */
  | {
      readonly mode: "selecting";
      readonly seeds: readonly Seed[];
      readonly runs: readonly Run[];
      readonly press: Press | null;
    };

export type GestureOf<Mode extends Gesture["mode"]> = Extract<Gesture, { mode: Mode }>;

/** Looking around does not end a polygon, a path of taps or a selection: `resume` is gone on with. */
type Interlude = { readonly resume: Gesture };

export type Finger = { readonly pointerId: number; readonly screen: ScreenPoint };
export type Press = { readonly pointerId: number; readonly timeMs: number; readonly seed: Seed };

export type BrushState = {
  readonly tool: Tool;
  /** Who owns what is painted next. */
  readonly label: Label;
  readonly locked: readonly Label[];
  /** Their paths are not shown and cannot be hit. */
  readonly hidden: readonly Label[];
  readonly brushRadiusPx: number;
  readonly canvas: Size;
  readonly picture: Size;
  readonly view: View;
  readonly touch: TouchRule;
  readonly isPenSeen: boolean;
  /** The touches that are down. */
  readonly fingers: readonly Finger[];
  readonly isSpaceHeld: boolean;
  /** Where the last stroke ended: shift draws a straight line from there. */
  readonly lastPoint: ImagePoint | null;
  readonly chosen: Chosen | null;
  readonly gesture: Gesture;
};

/** A share of the picture's shorter side: big enough for a first stroke, small enough for a hand. */
const FIRST_RADIUS = 0.03;

export function initialState({ canvas, picture }: { canvas: Size; picture: Size }): BrushState {
  return {
    tool: "brush",
    label: 1,
    locked: [],
    hidden: [],
    brushRadiusPx: Math.max(4, Math.round(Math.min(picture.widthPx, picture.heightPx) * FIRST_RADIUS)),
    canvas,
    picture,
    view: fitted({ canvas, picture }),
    touch: "auto",
    isPenSeen: false,
    fingers: [],
    isSpaceHeld: false,
    lastPoint: null,
    chosen: null,
    gesture: { mode: "idle" },
  };
}
