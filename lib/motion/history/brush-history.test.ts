import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BrushDocument, emptyDocument, type Operation } from "../document.ts";
import { emptyLabels, FREE } from "../labels.ts";
import { imagePoint } from "../point.ts";
import { operations, SIZE } from "../random-operations.fixture.ts";
import { paintOperation } from "../raster/paint-operation.ts";
import { around, type PixelRect } from "../raster/pixel-rect.ts";
import { BrushHistory } from "./brush-history.ts";
import { pathsOf } from "./paths.ts";

function paintedFromScratch({ size, done }: BrushDocument): Uint8Array {
  const labels = emptyLabels(size);
  for (const operation of done) paintOperation(labels, operation);
  return labels.owners;
}

/** Ten thousand operations, the same in every run. */
const TEN_THOUSAND: readonly Operation[] = fc.sample(operations, { numRuns: 10_000, seed: 20261121 });

describe("a long history", () => {
  test.each([
    ["ten thousand steps, all remembered", 10_000, { memoryBytes: 2 ** 26 }],
    ["a thousand steps, most of them painted anew", 1_000, { memoryBytes: 2 ** 10 }],
  ])("is undone to nothing and redone to the same: %s", (_, steps, options) => {
    const history = new BrushHistory(emptyDocument(SIZE), options);
    for (const operation of TEN_THOUSAND.slice(0, steps)) history.apply(operation);
    const { document } = history;
    const owners = history.labels.owners.slice();
    expect(owners).toEqual(paintedFromScratch(document));
    for (let left = document.done.length; left > 0; left -= 1) history.undo();
    expect(history.undo()).toBeNull();
    expect(history.labels.owners.every((owner) => owner === FREE)).toBe(true);
    expect(history.document.undone).toHaveLength(document.done.length);
    for (let left = document.done.length; left > 0; left -= 1) history.redo();
    expect(history.redo()).toBeNull();
    expect(history.document).toEqual(document);
    expect(history.labels.owners).toEqual(owners);
  });

  test("is undone step by step after a reload, each time to what had been painted", () => {
    const document = { ...emptyDocument(SIZE), done: TEN_THOUSAND.slice(0, 300) };
    const history = new BrushHistory(document);
    while (history.document.done.length > 0) {
      expect(history.labels.owners).toEqual(paintedFromScratch(history.document));
      history.undo();
    }
  });
});

type Step = Operation | "undo" | "redo" | "reload" | "begin a stroke" | "take it back";

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: operations },
  { weight: 4, arbitrary: fc.constantFrom("undo", "redo", "reload", "begin a stroke", "take it back") },
);

describe("after any steps to and fro", () => {
  test("the pixels are those of the document, and nothing changed outside of the rectangles told", () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 40 }), fc.constantFrom(60, 2 ** 20), (all, memoryBytes) => {
        let history = new BrushHistory(emptyDocument(SIZE), { memoryBytes });
        for (const step of all) {
          if (step === "reload") {
            history = new BrushHistory(JSON.parse(JSON.stringify(history.document)), { memoryBytes });
            continue;
          }
          const before = history.labels.owners.slice();
          const area = take(history, step);
          expectOnlyIn(area, before, history.labels.owners);
          if (step === "begin a stroke") continue;
          expect(history.labels.owners).toEqual(paintedFromScratch(history.document));
          expect(history.paths).toEqual(pathsOf(history.document.done));
        }
      }),
    );
  });
});

const STROKE = [3, 20, 31].map((x) => ({ at: imagePoint(x, x / 2), radiusPx: 3 }));

function take(history: BrushHistory, step: Exclude<Step, "reload">): PixelRect | null {
  switch (step) {
    case "undo":
    case "redo":
      return around(history.takeBack(), history[step]()?.area ?? null);
    case "begin a stroke":
      return history.paintInProgress({ label: 2, locked: [] }, STROKE);
    case "take it back":
      return history.takeBack();
  }
  // Only the stroke that was begun would be committed on top of it.
  const taken = step.type === "stroke" ? history.takeBack() : null;
  return around(taken, history.apply(step).area);
}

function expectOnlyIn(area: PixelRect | null, before: Uint8Array, after: Uint8Array): void {
  after.forEach((owner, index) => {
    if (owner === before[index]) return;
    const [column, row] = [index % SIZE.widthPx, Math.floor(index / SIZE.widthPx)];
    expect(area && column >= area.left && column < area.right).toBe(true);
    expect(area && row >= area.top && row < area.bottom).toBe(true);
  });
}

describe("a stroke that is painted while it is drawn", () => {
  const paint = { label: 2, locked: [] } as const;

  test("is one step, whose pixels are those of the operation", () => {
    const history = new BrushHistory(emptyDocument(SIZE));
    STROKE.forEach((_, index) => {
      history.paintInProgress(paint, STROKE.slice(Math.max(0, index - 1), index + 1));
    });
    const { area } = history.apply({ type: "stroke", ...paint, points: STROKE });
    expect(area).toEqual({ left: 0, top: 0, right: 34, bottom: 18 });
    expect(history.document.done).toHaveLength(1);
    expect(history.labels.owners).toEqual(paintedFromScratch(history.document));
    expect(history.undo()?.area).toEqual(area);
    expect(history.labels.owners.every((owner) => owner === FREE)).toBe(true);
  });

  test("is no step beside the picture", () => {
    const history = new BrushHistory(emptyDocument(SIZE));
    const beside = [{ at: imagePoint(-50, -50), radiusPx: 3 }];
    history.paintInProgress(paint, beside);
    expect(history.apply({ type: "stroke", ...paint, points: beside }).area).toBeNull();
    expect(history.document.done).toEqual([]);
  });
});
