declare const imageSpace: unique symbol;

/**
 * A point of the picture that is sent, after its EXIF orientation: pixels from its UPPER left corner, fractions allowed,
 * outside allowed (a stroke may begin beside the picture). Screen pixels exist only inside the canvas component; the
 * wire's lower-left origin only in `trajectory`. Made by `imagePoint` alone, so that the three are never mixed up.
 */
export type ImagePoint = { readonly x: number; readonly y: number; readonly [imageSpace]: true };

export function imagePoint(x: number, y: number): ImagePoint {
  return { x, y } as ImagePoint;
}

/** Whole pixels. */
export type Size = { readonly widthPx: number; readonly heightPx: number };
