import type { ImagePoint, Size } from "../point.ts";

/**
 * Lightness and the two colour axes of OKLab, each times 100: a distance of 2 is just seen, 10 is another colour.
 * One value a pixel, row by row from the top.
 */
export type LabPlanes = { readonly l: Float32Array; readonly a: Float32Array; readonly b: Float32Array };

/** Patches of like colour that keep to edges, and who touches whom. */
export type Superpixels = {
  readonly count: number;
  /** The patch of each pixel of the reduced picture. */
  readonly patchOf: Int32Array;
  /** The mean colour of each patch. */
  readonly mean: LabPlanes;
  /** Neighbours of patch `i`: `neighbours[first[i]]` up to, not including, `neighbours[first[i + 1]]`. */
  readonly first: Int32Array;
  readonly neighbours: Int32Array;
};

/** A picture that was looked at once, so that each tap is answered fast. Belongs to whoever made it; keeps the picture. */
export type PreparedSelection = {
  readonly size: Size;
  /** RGBA, four bytes a pixel, of the whole picture. */
  readonly rgba: Uint8ClampedArray;
  /** The reduced picture that patches live on: at most about a megapixel. */
  readonly reduced: Size;
  readonly lab: LabPlanes;
  readonly superpixels: Superpixels;
  /** How far pixels of one patch differ from its mean, in the units of `lab`: the picture's grain. */
  readonly grain: number;
  /** Single full-size pixels say too little: their colours are taken from the reduced picture. */
  readonly isGrainy: boolean;
};

/** What a person has tapped so far. */
export type SelectionWish = {
  /** On what is wanted; points outside the picture count as its border. */
  readonly positive: readonly ImagePoint[];
  /** On what is not wanted. */
  readonly negative: readonly ImagePoint[];
  /** How far a colour may be from what was tapped, in the units of `LabPlanes`: 2 is strict, 8 usual, 30 takes nearly all. */
  readonly tolerance: number;
};
