import { expect, test } from "vitest";
import { emptyLabels, type LabelBuffer } from "#lib/motion/labels.ts";
import { measureExtents } from "./region-extents.ts";

function measured(labels: LabelBuffer) {
  const work = measureExtents(labels);
  for (let pieces = 1; ; pieces += 1) {
    const step = work.next();
    if (step.done === true) return { extents: step.value, pieces };
  }
}

test("a label's number lies on it, where it is widest", () => {
  const labels = emptyLabels({ widthPx: 20, heightPx: 10 });
  labels.owners.fill(2, 2 * 20 + 3, 2 * 20 + 5);
  labels.owners.fill(2, 5 * 20 + 8, 5 * 20 + 18);
  const { extents } = measured(labels);
  expect([...extents.keys()]).toEqual([2]);
  expect(extents.get(2)).toMatchObject({ pixels: 12, at: { x: 13, y: 5.5 } });
});

test("a label that ends at one edge does not go on at the other", () => {
  const labels = emptyLabels({ widthPx: 4, heightPx: 2 });
  labels.owners.fill(1, 2, 6);
  expect(measured(labels).extents.get(1)).toMatchObject({ pixels: 4, at: { x: 3, y: 0.5 } });
});

test("a large picture is looked through in pieces", () => {
  const { pieces, extents } = measured(emptyLabels({ widthPx: 2, heightPx: 2304 }));
  expect(pieces).toBeGreaterThan(10);
  expect(extents.size).toBe(0);
});
