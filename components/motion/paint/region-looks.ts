import { LABELS, type Label } from "#lib/motion/labels.ts";

/** Red, green and blue, 0..255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** How a label is told apart without its colour: which pixels of an 8 × 8 tile are dark. */
export type Hatch = "falling" | "rising" | "level" | "upright" | "grid" | "dots" | "cross";

/** Colour, hatch and number: any one of them is enough. Bright, for pictures of every kind. */
export const LOOKS: Readonly<Record<Label, { colour: Colour; hatch: Hatch }>> = {
  1: { colour: [255, 92, 92], hatch: "rising" },
  2: { colour: [255, 176, 32], hatch: "falling" },
  3: { colour: [52, 211, 120], hatch: "level" },
  4: { colour: [56, 189, 248], hatch: "upright" },
  5: { colour: [160, 124, 255], hatch: "grid" },
  6: { colour: [255, 112, 214], hatch: "dots" },
  7: { colour: [214, 220, 232], hatch: "cross" },
};

export const TILE = 8;

/** Dark lines on a bright tint: seen on the tint, whatever lies under it. */
const HATCH: Colour = [16, 16, 24];

export function isStrong(hatch: Hatch, x: number, y: number): boolean {
  switch (hatch) {
    case "rising":
      return (x + y) % TILE < 1;
    case "falling":
      return (x - y + TILE) % TILE < 1;
    case "level":
      return y % TILE < 1;
    case "upright":
      return x % TILE < 1;
    case "grid":
      return y % TILE < 1 || x % TILE < 1;
    case "dots":
      return (x % 4) + (y % 4) < 1;
    case "cross":
      return (x + y) % TILE < 1 || (x - y + TILE) % TILE < 1;
  }
}

export function cssColour(label: Label): string {
  return `rgb(${LOOKS[label].colour.join(" ")})`;
}

/** What each label shows: hidden ones nothing at all. */
export type Visibility = { readonly opacity: number; readonly isShown: (label: Label) => boolean };

/**
 * Colours of all labels for one tile, as 32-bit pixels of this machine's order: `label * 64 + (y & 7) * 8 + (x & 7)`.
 * What is hidden, and the free pixels, are 0.
 */
export function buildTiles({ opacity, isShown }: Visibility): Uint32Array<ArrayBuffer> {
  const tiles = new Uint32Array(8 * TILE * TILE);
  for (const label of LABELS) {
    if (!isShown(label)) continue;
    const { colour, hatch } = LOOKS[label];
    for (let index = 0; index < TILE * TILE; index += 1) {
      const strong = isStrong(hatch, index % TILE, Math.floor(index / TILE));
      const [drawn, alpha] = strong ? [HATCH, opacity * 0.9] : [colour, opacity * 0.85];
      tiles[label * TILE * TILE + index] = pixelOf(drawn, Math.round(alpha * 255));
    }
  }
  return tiles;
}

/** Canvas pixels are not premultiplied: red, green, blue and alpha bytes in this order. */
export function pixelOf([red, green, blue]: Colour, alpha: number): number {
  return new Uint32Array(new Uint8ClampedArray([red, green, blue, alpha]).buffer)[0] ?? 0;
}
