import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Operation, Run } from "../document.ts";
import { emptyLabels, FREE, type Label, type LabelBuffer } from "../labels.ts";
import { type ImagePoint, imagePoint } from "../point.ts";
import { operations, points, SIZE } from "../random-operations.fixture.ts";
import { spread } from "../spread.fixture.ts";
import { paintOperation } from "./paint-operation.ts";
import { paintStroke } from "./stroke.ts";

const PAINT = { label: 3, locked: [] } as const;

/** Of an empty picture, the pixels whose centres a rule accepts. `null`: on the very edge, either is right. */
function expected(rule: (center: ImagePoint) => boolean | null): (boolean | null)[] {
  return Array.from({ length: SIZE.widthPx * SIZE.heightPx }, (_, index) =>
    rule(imagePoint((index % SIZE.widthPx) + 0.5, Math.floor(index / SIZE.widthPx) + 0.5)),
  );
}

function expectPixels(labels: LabelBuffer, wanted: readonly (boolean | null)[]): void {
  const painted = [...labels.owners].map((owner, index) => (wanted[index] === null ? null : owner === 3));
  expect(painted).toEqual(wanted);
}

function painted(operation: Operation): LabelBuffer {
  const labels = emptyLabels(SIZE);
  paintOperation(labels, operation);
  return labels;
}

const strokePoints = fc.record({ at: points, radiusPx: spread({ min: 0.8, max: 14 }) });

describe("a stroke", () => {
  test("covers what a disc covers that slides and grows from each point to the next", () => {
    fc.assert(
      fc.property(strokePoints, strokePoints, (from, to) => {
        const labels = painted({ type: "stroke", ...PAINT, points: [from, to] });
        const beyond = ({ x, y }: ImagePoint, t: number) =>
          Math.hypot(x - from.at.x - t * (to.at.x - from.at.x), y - from.at.y - t * (to.at.y - from.at.y)) -
          (from.radiusPx + t * (to.radiusPx - from.radiusPx));
        const rule = (center: ImagePoint) => {
          const least = leastOf((t) => beyond(center, t));
          return Math.abs(least) < 1e-4 ? null : least < 0;
        };
        expectPixels(labels, expected(rule));
      }),
      { numRuns: 25 },
    );
  });

  test("is the same painted piece by piece and at once", () => {
    fc.assert(
      fc.property(fc.array(strokePoints, { minLength: 1, maxLength: 20 }), fc.nat(6), (stroke, step) => {
        const pieces = emptyLabels(SIZE);
        for (let from = 0; from < stroke.length; from += step + 1)
          paintStroke(pieces, PAINT, stroke.slice(Math.max(0, from - 1), from + step + 1));
        expect(pieces).toEqual(painted({ type: "stroke", ...PAINT, points: stroke }));
      }),
    );
  });

  test("leaves a pixel however fine the brush is", () => {
    fc.assert(
      fc.property(fc.nat(SIZE.widthPx - 2), fc.nat(SIZE.heightPx - 2), (x, y) => {
        const points = [{ at: imagePoint(x + 1, y + 1), radiusPx: 0 }];
        expect(painted({ type: "stroke", ...PAINT, points }).owners.includes(3)).toBe(true);
      }),
    );
  });

  test("may come from far outside and go far beyond", () => {
    const at = (x: number, y: number) => ({ at: imagePoint(x, y), radiusPx: 4 });
    const labels = painted({ type: "stroke", ...PAINT, points: [at(-1e9, 20), at(1e9, 20)] });
    expectPixels(
      labels,
      expected(({ y }) => Math.abs(y - 20) < 4),
    );
  });
});

/** The least value of a convex function between 0 and 1. */
function leastOf(value: (t: number) => number): number {
  let [from, to] = [0, 1];
  for (let round = 0; round < 90; round += 1) {
    const third = (to - from) / 3;
    if (value(from + third) < value(to - third)) to -= third;
    else from += third;
  }
  return Math.min(value(0), value(1), value((from + to) / 2));
}

describe("an area", () => {
  test("with corners follows the even-odd rule", () => {
    fc.assert(
      fc.property(fc.array(points, { maxLength: 12 }), (corners) => {
        const area = { shape: "polygon", corners } as const;
        const rule = ({ x, y }: ImagePoint) =>
          corners.filter((from, index) => {
            const to = corners[(index + 1) % corners.length] ?? from;
            return from.y > y !== to.y > y && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
          }).length %
            2 ===
          1;
        expectPixels(painted({ type: "shape", ...PAINT, area }), expected(rule));
      }),
    );
  });

  test("may be a rectangle or an ellipse between any two corners", () => {
    fc.assert(
      fc.property(points, points, (from, to) => {
        const [middleX, middleY] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
        const [halfX, halfY] = [Math.abs(to.x - from.x) / 2, Math.abs(to.y - from.y) / 2];
        const away = ({ x, y }: ImagePoint) => [(x - middleX) / halfX, (y - middleY) / halfY] as const;
        const inBox = (center: ImagePoint) => near(Math.max(...away(center).map(Math.abs)));
        const inRound = (center: ImagePoint) => near(Math.hypot(...away(center)));
        const box = painted({ type: "shape", ...PAINT, area: { shape: "rectangle", from, to } });
        const round = painted({ type: "shape", ...PAINT, area: { shape: "ellipse", from, to } });
        expectPixels(box, expected(inBox));
        expectPixels(round, expected(inRound));
      }),
    );
  });
});

function near(share: number): boolean | null {
  return Math.abs(share - 1) < 1e-6 || Number.isNaN(share) ? null : share < 1;
}

describe("a fill", () => {
  test("takes exactly the owner's pixels that hang together by their sides", () => {
    fc.assert(
      fc.property(fc.array(operations, { maxLength: 12 }), points, (before, at) => {
        const labels = emptyLabels(SIZE);
        for (const operation of before) paintOperation(labels, operation);
        const wanted = filledSlowly(labels, at);
        paintOperation(labels, { type: "fill", label: 3, locked: [], at });
        expect(labels.owners).toEqual(wanted);
      }),
    );
  });
});

function filledSlowly({ widthPx, heightPx, owners }: LabelBuffer, at: ImagePoint): Uint8Array {
  const filled = owners.slice();
  const [column, row] = [Math.floor(at.x), Math.floor(at.y)];
  const owner = filled[row * widthPx + column];
  const waiting = owner === 3 ? [] : [[column, row] as const];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const [x, y] = place;
    if (x < 0 || y < 0 || x >= widthPx || y >= heightPx || filled[y * widthPx + x] !== owner) continue;
    filled[y * widthPx + x] = 3;
    waiting.push([x - 1, y], [x + 1, y], [x, y - 1], [x, y + 1]);
  }
  return filled;
}

describe("every operation", () => {
  test("changes nothing outside of the rectangle it answers, and no locked pixel", () => {
    fc.assert(
      fc.property(fc.array(operations, { minLength: 1, maxLength: 15 }), (all) => {
        const labels = emptyLabels(SIZE);
        for (const operation of all) {
          const before = labels.owners.slice();
          const area = paintOperation(labels, operation);
          const isLocked = (owner: number) =>
            "locked" in operation && operation.locked.some((label) => label === owner);
          labels.owners.forEach((owner, index) => {
            if (owner === before[index]) return;
            const [column, row] = [index % SIZE.widthPx, Math.floor(index / SIZE.widthPx)];
            expect(isLocked(before[index] ?? FREE)).toBe(false);
            expect(area && column >= area.left && column < area.right).toBe(true);
            expect(area && row >= area.top && row < area.bottom).toBe(true);
          });
        }
      }),
    );
  });

  test.each<readonly [Run[], number[]]>([
    [[[0, 3]], [0, 1, 2]],
    [[[SIZE.widthPx - 1, 2]], [SIZE.widthPx - 1, SIZE.widthPx]],
    [[[SIZE.widthPx * SIZE.heightPx - 1, 99]], [SIZE.widthPx * SIZE.heightPx - 1]],
  ])("runs %j are pixels %j", (runs, wanted) => {
    const labels = painted({ type: "runs", ...PAINT, runs });
    expect([...labels.owners].flatMap((owner, index) => (owner === 3 ? [index] : []))).toEqual(wanted);
  });

  test("clear frees its label everywhere and no other", () => {
    const labels = emptyLabels(SIZE);
    labels.owners.forEach((_, index) => {
      labels.owners[index] = index % 8;
    });
    paintOperation(labels, { type: "clear", label: 5 as Label });
    expect([...labels.owners].every((owner, index) => owner === (index % 8 === 5 ? FREE : index % 8))).toBe(
      true,
    );
  });
});
