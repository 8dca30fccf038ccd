import type { Operation, StrokePoint } from "../document.ts";
import type { Paint } from "../raster/painter.ts";

/** Why nothing happened, or more than was asked for. The words are the canvas's. */
export type Hint =
  | "label-locked"
  | "start-snapped"
  | "path-too-short"
  | "path-full"
  | "still-has-no-path"
  | "nothing-to-undo"
  | "nothing-to-redo";

/** What the reducer asks for. */
export type BrushEffect =
  /** A piece of the stroke in progress. */
  | { readonly type: "paint"; readonly paint: Paint; readonly points: readonly StrokePoint[] }
  | { readonly type: "take-back" }
  | { readonly type: "commit"; readonly operation: Operation }
  | { readonly type: "undo" }
  | { readonly type: "redo" }
  | { readonly type: "hint"; readonly hint: Hint };
