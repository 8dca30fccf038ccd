import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alongPath, measurePath } from "../along-path.ts";
import type { Path } from "../document.ts";
import { emptyLabels } from "../labels.ts";
import { type ImagePoint, imagePoint } from "../point.ts";
import { paintShape } from "../raster/shape.ts";
import { spread } from "../spread.fixture.ts";
import { cutLabels, cutPath } from "./cut.ts";
import {
  movedBy,
  nearestLeg,
  pathLengthPx,
  reversed,
  smoothed,
  withoutPoint,
  withPoint,
  withPointMoved,
} from "./edit-path.ts";
import { resample } from "./resample.ts";
import { simplify } from "./simplify.ts";
import { isOwned, snapStart } from "./snap-start.ts";
import { MOST_POINTS, pathFromDrawing, tidyPath } from "./tidy-path.ts";
import { fromWire, onPixel, toWire } from "./wire.ts";

const SIZE = { widthPx: 1280, heightPx: 721 };

const anywhere = fc
  .tuple(spread({ min: -300, max: 1600 }), spread({ min: -300, max: 1000 }))
  .map(([x, y]) => imagePoint(x, y));
const inside = fc
  .tuple(spread({ min: 0, max: 1279 }), spread({ min: 1, max: 721 }))
  .map(([x, y]) => imagePoint(x, y));

/** What a hand may draw: a wave with a little tremor, sampled as a pointer is. */
const drawings = fc
  .record({
    from: inside,
    to: inside,
    swing: spread({ min: 0, max: 120 }),
    turns: spread({ min: 0, max: 4 }),
    samples: fc.integer({ min: 2, max: 300 }),
  })
  .map(({ from, to, swing, turns, samples }) =>
    Array.from({ length: samples }, (_, index) => {
      const share = index / (samples - 1);
      const wave = Math.sin(share * turns * Math.PI * 2) * swing + Math.sin(index * 12.9898) * 0.4;
      return imagePoint(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share + wave);
    }),
  );

function distanceTo(path: Path, point: ImagePoint): number {
  return nearestLeg(path, point)?.distancePx ?? Number.POSITIVE_INFINITY;
}

function clamped({ x, y }: ImagePoint): ImagePoint {
  return imagePoint(Math.min(1279, Math.max(0, x)), Math.min(721, Math.max(1, y)));
}

describe("a path on the wire", () => {
  test("counts from the lower left corner, in whole pixels that the picture has", () => {
    fc.assert(
      fc.property(fc.array(anywhere), (path) => {
        for (const { x, y } of toWire(path, SIZE)) {
          expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
          expect(x >= 0 && y >= 0 && x < SIZE.widthPx && y < SIZE.heightPx).toBe(true);
        }
      }),
    );
    expect(toWire([imagePoint(10, 20)], { widthPx: 100, heightPx: 50 })).toEqual([{ x: 10, y: 30 }]);
  });

  test("comes back within half a pixel, and a tidy one exactly", () => {
    fc.assert(
      fc.property(fc.array(inside, { minLength: 2, maxLength: 77 }), (path) => {
        fromWire(toWire(path, SIZE), SIZE).forEach(({ x, y }, index) => {
          expect(Math.abs(x - (path[index]?.x ?? 0))).toBeLessThanOrEqual(0.5);
          expect(Math.abs(y - (path[index]?.y ?? 0))).toBeLessThanOrEqual(0.5);
        });
        const tidy = tidyPath(path, SIZE);
        if (tidy !== null) expect(fromWire(toWire(tidy, SIZE), SIZE)).toEqual(tidy);
      }),
    );
  });
});

describe("a path from a drawing", () => {
  test("has 2 to 77 points inside the picture, none twice in a row, and the drawing's ends", () => {
    fc.assert(
      fc.property(fc.oneof(drawings, fc.array(anywhere, { maxLength: 400 })), (drawn) => {
        const path = pathFromDrawing(drawn, SIZE);
        if (path === null) return;
        expect(path.length).toBeGreaterThanOrEqual(2);
        expect(path.length).toBeLessThanOrEqual(MOST_POINTS);
        path.forEach((point, index) => {
          expect(onPixel(point, SIZE)).toEqual(point);
          if (index > 0) expect(point).not.toEqual(path[index - 1]);
        });
        const wanted = [drawn.at(0), drawn.at(-1)].flatMap((point) => (point ? [onPixel(point, SIZE)] : []));
        expect([path.at(0), path.at(-1)]).toEqual(wanted);
      }),
    );
  });

  test("is nowhere a pixel away from what was drawn, as long as 77 points are enough", () => {
    fc.assert(
      fc.property(drawings, (raw) => {
        const drawn = raw.map(clamped);
        const path = pathFromDrawing(drawn, SIZE);
        if (path === null || path.length > MOST_POINTS / 1.5) return;
        for (const point of drawn) expect(distanceTo(path, point)).toBeLessThan(1);
        for (const point of path) expect(distanceTo(drawn, point)).toBeLessThan(1);
      }),
    );
  });

  test("keeps its corners", () => {
    const legs = [imagePoint(100, 100), imagePoint(500, 100), imagePoint(500, 600)];
    const drawn = resample(legs, 901); // a sample on every pixel, so on the corner too
    expect(pathFromDrawing(drawn, SIZE)).toEqual(legs);
  });

  test("is none when the pointer hardly moved", () => {
    expect(pathFromDrawing([imagePoint(5, 5), imagePoint(5.3, 5.2)], SIZE)).toBeNull();
    expect(pathFromDrawing([], SIZE)).toBeNull();
  });

  test("may be long: a scribble of a hundred thousand samples still fits", () => {
    const drawn = Array.from({ length: 100_000 }, (_, index) =>
      imagePoint(640 + Math.sin(index / 40) * 600, 360 + Math.cos(index / 31) * 350),
    );
    expect(pathFromDrawing(drawn, SIZE)?.length).toBeLessThanOrEqual(MOST_POINTS);
  });
});

describe("simplifying", () => {
  test("chooses the same points of a picture of any size", () => {
    fc.assert(
      fc.property(drawings, fc.integer({ min: -3, max: 3 }), (drawn, power) => {
        const scale = 2 ** power; // without rounding errors
        const scaled = drawn.map(({ x, y }) => imagePoint(x * scale, y * scale));
        const kept = simplify(drawn, { tolerancePx: 2 });
        expect(simplify(scaled, { tolerancePx: 2 * scale })).toEqual(
          kept.map(({ x, y }) => imagePoint(x * scale, y * scale)),
        );
      }),
    );
  });
});

describe("resampling", () => {
  test("puts points at even distances along the way, ends included", () => {
    fc.assert(
      fc.property(
        fc.array(inside, { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 2, max: 60 }),
        (path, count) => {
          const even = resample(path, count);
          expect(even).toHaveLength(count);
          expect(even.at(0)).toEqual(path.at(0));
          const measured = measurePath(path);
          even.forEach((point, index) => {
            const { x, y } = alongPath(measured, index / (count - 1));
            expect(Math.hypot(point.x - x, point.y - y)).toBeLessThan(1e-6);
          });
        },
      ),
    );
  });
});

describe("editing a path", () => {
  const path = [imagePoint(10, 10), imagePoint(50, 20), imagePoint(90, 80)];

  test("adds, moves and removes single points, and moves all of them", () => {
    expect(withPoint(path, 1, imagePoint(1, 2))).toEqual([path[0], imagePoint(1, 2), path[1], path[2]]);
    expect(withPoint(path, 3, imagePoint(1, 2)).at(-1)).toEqual(imagePoint(1, 2));
    expect(withPointMoved(path, 1, imagePoint(1, 2))).toEqual([path[0], imagePoint(1, 2), path[2]]);
    expect(withoutPoint(path, 0)).toEqual([path[1], path[2]]);
    expect(movedBy(path, { x: 1, y: -1 })).toEqual([
      imagePoint(11, 9),
      imagePoint(51, 19),
      imagePoint(91, 79),
    ]);
  });

  test("backwards goes the other way from the same start, and twice is as before", () => {
    expect(reversed(path)).toEqual([imagePoint(10, 10), imagePoint(-30, -50), imagePoint(-70, -60)]);
    expect(reversed(reversed(path))).toEqual(path);
    expect(pathLengthPx(reversed(path))).toBeCloseTo(pathLengthPx(path));
  });

  test("smoothing keeps the ends, takes the tremor and leaves the turn", () => {
    const trembling = Array.from({ length: 200 }, (_, index) =>
      imagePoint(index * 4, 300 + Math.sin(index / 40) * 200 + (index % 2) * 6),
    );
    const smooth = smoothed(trembling);
    expect([smooth.at(0), smooth.at(-1)]).toEqual([trembling.at(0), trembling.at(-1)]);
    expect(pathLengthPx(smooth)).toBeLessThan(pathLengthPx(trembling) * 0.8);
    for (const point of smooth) expect(distanceTo(trembling, point)).toBeLessThan(8);
  });
});

describe("the start of a path", () => {
  const labels = emptyLabels({ widthPx: 60, heightPx: 40 });
  const box = { shape: "rectangle", from: imagePoint(20, 10), to: imagePoint(30, 18) } as const;
  paintShape(labels, { label: 2, locked: [] }, box);

  test("comes to lie on the nearest pixel of its region, and that is told", () => {
    const far = fc.tuple(fc.integer({ min: -20, max: 80 }), fc.integer({ min: -20, max: 60 }));
    fc.assert(
      fc.property(far, ([x, y]) => {
        const start = imagePoint(x, y);
        const { path, isSnapped } = snapStart(labels, 2, [start, imagePoint(1, 1)]);
        const [snapped = start] = path;
        expect(isOwned(labels, 2, snapped)).toBe(true);
        expect(isSnapped).toBe(!isOwned(labels, 2, start));
        const leastX = Math.max(0, 20 - x, x - 29);
        const leastY = Math.max(0, 11 - y, y - 18);
        expect(Math.hypot(snapped.x - x, snapped.y - y)).toBeCloseTo(Math.hypot(leastX, leastY));
      }),
    );
  });

  test("stays where it is when its region has no pixels", () => {
    const path = [imagePoint(1, 1), imagePoint(5, 5)];
    expect(snapStart(labels, 1, path)).toEqual({ path, isSnapped: false });
  });

  test("on a region is a pixel of it on the wire", () => {
    for (const [index, owner] of labels.owners.entries()) {
      const point = fromWire([{ x: index % 60, y: 39 - Math.floor(index / 60) }], labels)[0];
      expect(point && isOwned(labels, 2, point)).toBe(owner === 2);
    }
  });
});

describe("a picture that is cut and shrunk", () => {
  test("takes its regions and paths with it", () => {
    const labels = emptyLabels({ widthPx: 400, heightPx: 200 });
    const from = imagePoint(120, 40);
    paintShape(labels, { label: 4, locked: [] }, { shape: "rectangle", from, to: imagePoint(160, 80) });
    const cut = { left: 100, top: 20, widthPx: 200, heightPx: 100, to: { widthPx: 100, heightPx: 50 } };
    const wanted = emptyLabels(cut.to);
    const area = { shape: "rectangle", from: imagePoint(10, 10), to: imagePoint(30, 30) } as const;
    paintShape(wanted, { label: 4, locked: [] }, area);
    expect(cutLabels(labels, cut)).toEqual(wanted);
    expect(cutPath([from], cut)).toEqual([imagePoint(10, 10)]);
  });
});
