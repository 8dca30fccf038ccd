import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExpandRequest } from "../requests/expand.ts";
import { expand } from "./expand.ts";
import { NO_FACTS } from "./kind.ts";

const ratio = fc.double({ min: 0, max: 2, noNaN: true });

function area(request: ExpandRequest): number {
  const { up_expansion_ratio, down_expansion_ratio, left_expansion_ratio, right_expansion_ratio } = request;
  return (1 + up_expansion_ratio + down_expansion_ratio) * (1 + left_expansion_ratio + right_expansion_ratio);
}

const anyExpansion = fc.record({
  kind: fc.constant("expand" as const),
  image: fc.constant("AAAA"),
  up_expansion_ratio: ratio,
  down_expansion_ratio: ratio,
  left_expansion_ratio: ratio,
  right_expansion_ratio: ratio,
});

const NONE: ExpandRequest = {
  kind: "expand",
  image: "AAAA",
  up_expansion_ratio: 0,
  down_expansion_ratio: 0,
  left_expansion_ratio: 0,
  right_expansion_ratio: 0,
};

describe("expand", () => {
  test("three times the area and no more (off-25 §4.2)", () => {
    expect(expand.rules({ ...NONE, up_expansion_ratio: 2 }, NO_FACTS)).toEqual([]);
    expect(expand.rules({ ...NONE, up_expansion_ratio: 1, left_expansion_ratio: 0.5 }, NO_FACTS)).toEqual([]);
    const found = expand.rules({ ...NONE, up_expansion_ratio: 1, left_expansion_ratio: 0.51 }, NO_FACTS);
    expect(found.map(({ code }) => code)).toEqual(["expansion_too_large"]);
  });

  test("each side alone goes to 2", () => {
    const found = expand.rules({ ...NONE, up_expansion_ratio: 2.01 }, NO_FACTS);
    expect(found[0]).toMatchObject({ path: "up_expansion_ratio", code: "expansion_out_of_range" });
  });

  test("the fix of too large a whole is one that fits, and hardly smaller than it must be", () => {
    fc.assert(
      fc.property(anyExpansion, (request) => {
        fc.pre(area(request) > 3.01);
        const [found] = expand.rules(request, NO_FACTS);
        const fixed = { ...request, ...found?.fix?.patch };
        expect(expand.rules(fixed, NO_FACTS)).toEqual([]);
        expect(area(fixed)).toBeGreaterThan(2.85);
      }),
    );
  });

  test("the result is the picture with what was added, at 4k at most", () => {
    const at = (widthPx: number, heightPx: number) =>
      new Map([
        [
          "image",
          {
            mime: "image/png",
            bytes: 1,
            widthPx,
            heightPx,
            durationSeconds: null,
            fps: null,
            hasSound: null,
          },
        ],
      ]);
    const request = { ...NONE, right_expansion_ratio: 0.5, n: 2 };
    const size = { widthPx: 1500, heightPx: 500 };
    expect(expand.output(request, at(1000, 500)).images).toEqual([size, size]);
    expect(expand.output(request, at(8000, 4000)).images[0]).toEqual({ widthPx: 4096, heightPx: 1366 });
  });
});
