import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discsAround, type Mask } from "./mask.ts";
import { decodeRunLengths, encodeRunLengths } from "./run-lengths.ts";

const side = fc.integer({ min: 1, max: 40 });

const noise: fc.Arbitrary<Mask> = fc
  .tuple(side, side)
  .chain(([widthPx, heightPx]) =>
    fc
      .uint8Array({ minLength: widthPx * heightPx, maxLength: widthPx * heightPx, max: 1 })
      .map((pixels) => ({ widthPx, heightPx, pixels })),
  );

const share = fc.double({ min: 0, max: 1, noNaN: true });
const marks = fc.array(fc.record({ x: share, y: share }), { maxLength: 10 });

const maskOf = (rows: readonly string[]): Mask => ({
  widthPx: rows[0]?.length ?? 0,
  heightPx: rows.length,
  pixels: Uint8Array.from([...rows.join("")].map(Number)),
});

describe("run lengths", () => {
  test("give back any mask as it was", () => {
    fc.assert(
      fc.property(noise, (mask) => {
        expect(decodeRunLengths(encodeRunLengths(mask))).toEqual(mask);
      }),
    );
  });

  test("give back discs in frames of any size", () => {
    const side = fc.integer({ min: 1, max: 700 });
    fc.assert(
      fc.property(marks, side, side, (points, widthPx, heightPx) => {
        const mask = discsAround(points, { widthPx, heightPx });
        expect(decodeRunLengths(encodeRunLengths(mask))).toEqual(mask);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, readonly string[], string]>([
    ["nothing selected: one run", ["000", "000"], "6"],
    ["everything: an empty run first", ["11", "11"], "04"],
    ["column by column, not row by row", ["010", "010"], "222"],
    ["from the fourth run on, the difference to the last but one", ["01110100"], "131N1"],
    ["a run beyond fifteen takes two signs", [`${"0".repeat(16)}1`], "`01"],
  ])("are written as COCO does: %s", (_, rows, counts) => {
    expect(encodeRunLengths(maskOf(rows))).toEqual({ size: [rows.length, rows[0]?.length], counts });
  });

  test.each(["5", "7", "3O4"])("that do not fill the mask are refused: %s", (counts) => {
    expect(() => decodeRunLengths({ size: [2, 3], counts })).toThrow(RangeError);
  });
});
