import fc from "fast-check";

/** A prime, so that numbers hardly ever fall on the middle of a pixel, where either side is right. */
const PARTS = 997;

/**
 * Numbers spread evenly. `fc.double` spreads the bits of numbers: nearly all it makes are next to zero, and a picture's
 * middle is never tried.
 */
export function spread({ min, max }: { readonly min: number; readonly max: number }): fc.Arbitrary<number> {
  return fc
    .integer({ min: Math.ceil(min * PARTS), max: Math.floor(max * PARTS) })
    .map((part) => part / PARTS);
}
