import fc from "fast-check";
import { expect, test } from "vitest";
import { type BrushDocument, emptyDocument } from "../document.ts";
import { BrushHistory } from "../history/brush-history.ts";
import { operations, SIZE } from "../random-operations.fixture.ts";
import { flattened } from "./flattened.ts";
import { MAX_PACKED_CHARACTERS, packDrawing } from "./pack-drawing.ts";
import { unpackDrawing } from "./unpack-drawing.ts";

const drawings = fc
  .array(operations, { maxLength: 30 })
  .map((done): BrushDocument => ({ ...emptyDocument(SIZE), done }));

test("what arrives has the same steps, each number within a sixteenth of a pixel", async () => {
  await fc.assert(
    fc.asyncProperty(drawings, async (drawing) => {
      const arrived = await unpackDrawing(JSON.parse(JSON.stringify(await packDrawing(drawing))));
      expect(withoutNumbers(arrived)).toEqual(withoutNumbers(drawing));
      const [before, after] = [numbersOf(drawing), numbersOf(arrived)];
      expect(after).toHaveLength(before.length);
      after.forEach((number, index) => {
        expect(Math.abs(number - (before[index] ?? Number.NaN))).toBeLessThanOrEqual(1 / 32);
      });
    }),
  );
});

test("what was packed once is packed the same again: a draft that comes back is not a change", async () => {
  await fc.assert(
    fc.asyncProperty(drawings, async (drawing) => {
      const packed = await packDrawing(drawing);
      const arrived = await unpackDrawing(packed);
      expect(arrived && (await packDrawing(arrived))).toEqual(packed);
    }),
  );
});

test("the flattened drawing has the same regions and ways", () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      const [before, after] = [new BrushHistory(drawing), new BrushHistory(flattened(drawing))];
      expect(after.labels.owners).toEqual(before.labels.owners);
      expect(after.paths).toEqual(before.paths);
    }),
  );
});

test.each([
  ["nothing", null],
  ["no base64", { widthPx: 10, heightPx: 10, steps: "%" }],
  ["nothing deflated", { widthPx: 10, heightPx: 10, steps: btoa("hello") }],
  ["a picture of no size", { widthPx: 0, heightPx: 10, steps: "" }],
  ["a picture beyond all sizes", { widthPx: 16_000, heightPx: 16_000, steps: "" }],
  ["too long", { widthPx: 10, heightPx: 10, steps: "A".repeat(MAX_PACKED_CHARACTERS + 4) }],
])("what is no drawing is none: %s", async (_what, value) => {
  expect(await unpackDrawing(value)).toBeNull();
});

test.each([
  ["runs beyond the picture", [["u", 1, [], 90, 20]]],
  ["runs before the picture", [["u", 1, [], -5, 3]]],
  ["an eighth label", [["f", 8, [], 1, 1]]],
  ["half a number", [["f", 1, [], 1.5, 1]]],
  ["a text for a number", [["f", 1, [], "1", 1]]],
  ["a way of the still area", [["p", 7, [], 1, 1, 2, 2]]],
  ["a kind that nobody knows", [["x", 1, []]]],
  ["no list", { length: 3 }],
])("steps that nobody could have drawn are refused: %s", async (_what, steps) => {
  expect(await unpackDrawing({ widthPx: 10, heightPx: 10, steps: await deflated(steps) })).toBeNull();
});

test("a few bytes that swell to gigabytes are left alone", async () => {
  const swelling = await deflated(" ".repeat(30_000_000));
  expect(swelling.length).toBeLessThan(MAX_PACKED_CHARACTERS);
  expect(await unpackDrawing({ widthPx: 10, heightPx: 10, steps: swelling })).toBeNull();
});

async function deflated(value: unknown): Promise<string> {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString("base64");
}

function withoutNumbers(drawing: BrushDocument | null): unknown {
  return JSON.parse(JSON.stringify(drawing?.done, (_, value) => (typeof value === "number" ? 0 : value)));
}

function numbersOf(drawing: BrushDocument | null): number[] {
  const numbers: number[] = [];
  JSON.stringify(drawing?.done, (_, value) => {
    if (typeof value === "number") numbers.push(value);
    return value;
  });
  return numbers;
}
