import fc from "fast-check";
import type { Operation, Shape } from "./document.ts";
import { LABELS, REGIONS } from "./labels.ts";
import { imagePoint } from "./point.ts";
import { spread } from "./spread.fixture.ts";

/** Small enough for thousands of operations, odd enough for mistakes at edges. */
export const SIZE = { widthPx: 47, heightPx: 34 };

const coordinate = (sidePx: number) => spread({ min: -12, max: sidePx + 12 });

/** Inside the picture and around it. */
export const points = fc
  .tuple(coordinate(SIZE.widthPx), coordinate(SIZE.heightPx))
  .map(([x, y]) => imagePoint(x, y));

const paint = {
  label: fc.option(fc.constantFrom(...LABELS)),
  locked: fc.subarray([...LABELS], { maxLength: 2 }),
};

const shapes: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({ shape: fc.constantFrom("rectangle" as const, "ellipse" as const), from: points, to: points }),
  fc.record({ shape: fc.constant("polygon" as const), corners: fc.array(points, { maxLength: 7 }) }),
);

const runs = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 50 })), { maxLength: 8 })
  .map((steps) => {
    let place = 0;
    return steps.map(([gap, length]) => {
      const start = place + gap + 1;
      place = start + length;
      return [start, length] as const;
    });
  });

/** Whatever a person may do. */
export const operations: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant("stroke" as const),
      ...paint,
      points: fc.array(fc.record({ at: points, radiusPx: spread({ min: 0, max: 9 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("shape" as const), ...paint, area: shapes }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("fill" as const), ...paint, at: points }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("runs" as const), ...paint, runs }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("clear" as const), label: fc.constantFrom(...LABELS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("path" as const),
      region: fc.constantFrom(...REGIONS),
      path: fc.array(points, { maxLength: 5 }),
    }),
  },
);
