import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areaFactor,
  dragged,
  EXPANSION_FIELDS,
  type Expansion,
  factorsOf,
  hasShape,
  isWithinLimits,
  NO_EXPANSION,
  ofShape,
  roomAt,
  shifted,
  withEdge,
} from "./expansion.ts";
import { IMAGE_RATIOS } from "./fields.ts";
import { expand } from "./kinds/expand.ts";
import { NO_FACTS } from "./kinds/kind.ts";
import { ratioSides } from "./kinds/size/picture-size.ts";
import { expandSchema } from "./requests/expand.ts";

/** Everything that a person can do to the frame, in any order. */
const way = fc.double({ min: -4, max: 4, noNaN: true });
const edge = fc.constantFrom("up" as const, "down" as const, "left" as const, "right" as const);
const picture = fc.record({
  widthPx: fc.integer({ min: 300, max: 5000 }),
  heightPx: fc.integer({ min: 300, max: 5000 }),
});
const move = fc.oneof(
  fc
    .record({
      vertical: fc.constantFrom("up" as const, "down" as const, undefined),
      horizontal: fc.constantFrom("left" as const, "right" as const, undefined),
      by: fc.record({ right: way, down: way }),
    })
    .map(
      ({ vertical, horizontal, by }) =>
        (it: Expansion) =>
          dragged(it, { ...(vertical && { vertical }), ...(horizontal && { horizontal }) }, by),
    ),
  fc.record({ edge, to: way }).map(
    ({ edge: at, to }) =>
      (it: Expansion) =>
        withEdge(it, at, to),
  ),
  fc.record({ picture, ratio: fc.constantFrom(...IMAGE_RATIOS) }).map(
    ({ picture: of, ratio }) =>
      (it: Expansion) =>
        ofShape(of, ratioOf(ratio)) ?? it,
  ),
);

describe("the frame of an expansion", () => {
  test("whatever is done to it, is one that upstream takes", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const reached = moves.reduce((it, apply) => apply(it), NO_EXPANSION);
        expect(isWithinLimits(reached)).toBe(true);
        const fields = Object.entries(reached).map(([name, ratio]) => [
          // The keys of an expansion.
          EXPANSION_FIELDS[name as keyof Expansion],
          ratio,
        ]);
        const request = expandSchema.parse({ kind: "expand", image: "AAAA", ...Object.fromEntries(fields) });
        expect(expand.rules(request, NO_FACTS)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("an edge comes as far as there is room, and no further", () => {
    const wide = { ...NO_EXPANSION, left: 0.5, right: 0.5 };
    expect(roomAt(wide, "up")).toBe(0.5);
    expect(dragged(wide, { vertical: "up" }, { right: 0, down: -9 })).toEqual({ ...wide, up: 0.5 });
    expect(roomAt(NO_EXPANSION, "left")).toBe(2);
    const inwards = dragged(wide, { horizontal: "left" }, { right: 9, down: 0 });
    expect(inwards).toEqual({ ...NO_EXPANSION, right: 0.5 });
  });

  test("a corner keeps its direction where the area ends", () => {
    const corner = { vertical: "down", horizontal: "right" } as const;
    const reached = dragged(NO_EXPANSION, corner, { right: 2, down: 1 });
    expect(areaFactor(reached)).toBeGreaterThan(2.9);
    expect(reached.right / reached.down).toBeCloseTo(2, 1);
  });

  test("is as large as before wherever it is moved", () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 6 }), way, way, (moves, right, down) => {
        const before = moves.reduce((it, apply) => apply(it), NO_EXPANSION);
        const after = factorsOf(shifted(before, { right, down }));
        expect(after.across).toBeCloseTo(factorsOf(before).across, 4);
        expect(after.down).toBeCloseTo(factorsOf(before).down, 4);
      }),
    );
  });

  test("takes every shape that does not need more than three times the area", () => {
    fc.assert(
      fc.property(picture, fc.constantFrom(...IMAGE_RATIOS), (of, name) => {
        const ratio = ratioOf(name);
        const share = ratio / (of.widthPx / of.heightPx);
        fc.pre(Math.abs(Math.max(share, 1 / share) - 3) > 0.001);
        const whole = ofShape(of, ratio);
        expect(whole !== null).toBe(Math.max(share, 1 / share) < 3);
        if (whole !== null) expect(hasShape(whole, of, ratio)).toBe(true);
      }),
    );
  });
});

function ratioOf(name: string): number {
  const { widthPx, heightPx } = ratioSides(name);
  return widthPx / heightPx;
}
