import { FREE, type Label, type LabelBuffer } from "../labels.ts";
import { runEnd, wordsOf } from "../raster/run-end.ts";
import { greyPng } from "./grey-png.ts";

const WHITE = 255;
const ROWS_AT_ONCE = 64;

/** A label's mask as a PNG file. */
export type MaskPng = { readonly label: Label; readonly png: Uint8Array<ArrayBuffer> };

/**
 * The masks of some labels as PNG files of exactly the picture's size, white where the label's pixels are, in one pass
 * over the picture. Compression is the platform's, so it can run in a web worker and in Node alike.
 */
export async function maskPngs(labels: LabelBuffer, wanted: readonly Label[]): Promise<MaskPng[]> {
  const files = wanted.map((label) => ({ label, ...compression() }));
  for (let top = 0; top < labels.heightPx; top += ROWS_AT_ONCE) {
    const strips = stripsOf(labels, { top, wanted });
    await Promise.all(files.map(({ writer }, index) => writer.write(strips[index])));
  }
  return Promise.all(
    files.map(async ({ label, writer, compressed }) => {
      await writer.close();
      return { label, png: greyPng(labels, new Uint8Array(await compressed)) };
    }),
  );
}

/** Reading begins at once: a stream that nobody reads from takes nothing in. */
function compression() {
  const { writable, readable } = new CompressionStream("deflate");
  return { writer: writable.getWriter(), compressed: new Response(readable).arrayBuffer() };
}

type Strip = { readonly top: number; readonly wanted: readonly Label[] };

/** Some rows of all masks, each row with its filter byte: 0, none. */
function stripsOf(
  { widthPx, heightPx, owners }: LabelBuffer,
  { top, wanted }: Strip,
): Uint8Array<ArrayBuffer>[] {
  const rowBytes = widthPx + 1;
  const bottom = Math.min(heightPx, top + ROWS_AT_ONCE);
  const strips = wanted.map(() => new Uint8Array(rowBytes * (bottom - top)));
  const words = wordsOf(owners);
  const stripOf: (Uint8Array | undefined)[] = [];
  wanted.forEach((label, index) => {
    stripOf[label] = strips[index];
  });
  for (let row = top; row < bottom; row += 1) {
    const rowEnd = (row + 1) * widthPx;
    const shift = (row - top) * rowBytes + 1 - row * widthPx;
    for (let from = row * widthPx; from < rowEnd; ) {
      const to = runEnd({ owners, words, from, end: rowEnd });
      stripOf[owners[from] ?? FREE]?.fill(WHITE, from + shift, to + shift);
      from = to;
    }
  }
  return strips;
}
