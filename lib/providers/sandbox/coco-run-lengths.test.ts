import { expect, test } from "vitest";
import { cocoRunLengths } from "./coco-run-lengths.ts";
import { maskAround } from "./mask.ts";

/** COCO's own way back, as pycocotools has it: characters to run lengths. */
function runsIn(text: string): number[] {
  const runs: number[] = [];
  let at = 0;
  while (at < text.length) {
    let [value, shift, more] = [0, 0, true];
    while (more) {
      const group = text.charCodeAt(at) - 48;
      at += 1;
      value |= (group & 0x1f) << shift;
      shift += 5;
      more = (group & 0x20) !== 0;
      if (!more && (group & 0x10) !== 0) value |= -1 << shift;
    }
    runs.push(runs.length > 2 ? value + (runs.at(-2) ?? 0) : value);
  }
  return runs;
}

test("a mask comes back column by column, as long as its frame", () => {
  const mask = maskAround([{ x: 0.25, y: 0.5 }], { widthPx: 64, heightPx: 36 });
  const columns = runsIn(cocoRunLengths(mask)).flatMap((run, index) => Array<number>(run).fill(index % 2));
  const expected = Array.from(
    { length: 64 * 36 },
    (_, index) => mask.painted[(index % 36) * 64 + Math.floor(index / 36)],
  );
  expect(columns).toEqual(expected);
  expect(expected).toContain(1);
});

test("an empty mask and one that begins painted are told apart", () => {
  const size = { widthPx: 2, heightPx: 2 };
  expect(cocoRunLengths({ ...size, painted: Uint8Array.of(0, 0, 0, 0) })).toBe("4");
  expect(cocoRunLengths({ ...size, painted: Uint8Array.of(1, 1, 1, 1) })).toBe("04");
});
