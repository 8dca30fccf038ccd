import type { Label, Region } from "./labels.ts";
import type { ImagePoint, Size } from "./point.ts";

/** A point of a stroke; the radius is the brush's there (pen pressure changes it), in image pixels. */
export type StrokePoint = { readonly at: ImagePoint; readonly radiusPx: number };

/** An area with straight or round sides. `polygon` is closed by itself; crossing sides follow the even-odd rule. */
export type Shape =
  | { readonly shape: "polygon"; readonly corners: readonly ImagePoint[] }
  | { readonly shape: "rectangle"; readonly from: ImagePoint; readonly to: ImagePoint }
  | { readonly shape: "ellipse"; readonly from: ImagePoint; readonly to: ImagePoint };

/** Pixels from `start` (counted as in a label buffer) on, `length` of them. */
export type Run = readonly [start: number, length: number];

/**
 * One thing that a person did; one step of undo. `label: null` frees pixels. Pixels of a locked region are left alone by
 * every operation that lists it in `locked`: the locks of that moment belong to the operation, or undo would not be exact.
 */
export type Operation =
  | (Paint & { readonly type: "stroke"; readonly points: readonly StrokePoint[] })
  | (Paint & { readonly type: "shape"; readonly area: Shape })
  /** The connected pixels of one owner around a point. */
  | (Paint & { readonly type: "fill"; readonly at: ImagePoint })
  /** What auto-select found; runs rise and do not touch. */
  | (Paint & { readonly type: "runs"; readonly runs: readonly Run[] })
  /** All of a label's pixels become free; a region loses its path too. */
  | { readonly type: "clear"; readonly label: Label }
  /** The whole way of a region after the edit; empty for none. */
  | { readonly type: "path"; readonly region: Region; readonly path: Path };

type Paint = { readonly label: Label | null; readonly locked: readonly Label[] };

/** The way a region goes, as drawn: its corners in order, at most 77 of them. */
export type Path = readonly ImagePoint[];

/** Everything drawn on one picture. Plain JSON, so that it survives a reload; pixels are its consequence. */
export type BrushDocument = {
  readonly size: Size;
  readonly done: readonly Operation[];
  /** Undone, the last one first: `redo` takes from the end. */
  readonly undone: readonly Operation[];
};

export function emptyDocument(size: Size): BrushDocument {
  return { size, done: [], undone: [] };
}
