import { crc32 as nodeCrc32 } from "node:zlib";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { emptyLabels, LABELS, type LabelBuffer } from "../labels.ts";
import { paintRuns } from "../raster/runs.ts";
import { crc32 } from "./crc32.ts";
import { maskPngs } from "./mask-pngs.ts";
import { runsOfMask } from "./runs-of-mask.ts";

/** Any picture of some pixels, each with any owner. */
const pictures = fc
  .record({ widthPx: fc.integer({ min: 1, max: 90 }), heightPx: fc.integer({ min: 1, max: 150 }) })
  .chain((size) =>
    fc
      .uint8Array({
        minLength: size.widthPx * size.heightPx,
        maxLength: size.widthPx * size.heightPx,
        max: 7,
      })
      .map((owners): LabelBuffer => ({ ...size, owners })),
  );

describe("the masks of a picture", () => {
  test("are read by others pixel for pixel: white where the label is, black elsewhere", async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async (labels) => {
        for (const { label, png } of await maskPngs(labels, LABELS)) {
          const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
          expect([info.width, info.height]).toEqual([labels.widthPx, labels.heightPx]);
          const grey = Uint8Array.from(labels.owners, (owner) => (owner === label ? 255 : 0));
          const read = grey.map((_, pixel) => data[pixel * info.channels] ?? 7);
          expect(read).toEqual(grey);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("are files whose chunks have the right checksums", async () => {
    const [file] = await maskPngs(emptyLabels({ widthPx: 300, heightPx: 200 }), [1]);
    const png = Buffer.from(file?.png ?? []);
    const types: string[] = [];
    for (let at = 8; at < png.length; ) {
      const length = png.readUInt32BE(at);
      const named = png.subarray(at + 4, at + 8 + length);
      types.push(named.toString("latin1", 0, 4));
      expect(png.readUInt32BE(at + 8 + length)).toBe(nodeCrc32(named));
      at += length + 12;
    }
    expect(types).toEqual(["IHDR", "IDAT", "IEND"]);
  });

  test("become the same regions again", async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async (labels) => {
        const again = emptyLabels(labels);
        for (const { label, png } of await maskPngs(labels, LABELS)) {
          const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
          paintRuns(again, { label, locked: [] }, runsOfMask({ bytes: data, bytesPerPixel: info.channels }));
        }
        expect(again.owners).toEqual(labels.owners);
      }),
      { numRuns: 20 },
    );
  });

  test("are summed up as everybody sums up", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => crc32(bytes) === nodeCrc32(bytes)));
  });
});
