import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_FACTS } from "./kinds/kind.ts";
import { kindOf } from "./kinds/kinds.ts";
import { priceAt } from "./kinds/price/price-at.ts";
import { PRICE_KEYS } from "./kinds/price/price-keys.ts";
import { priceKeyAt, pricingOf } from "./kinds/price/pricing.ts";
import { clipPriceAt } from "./price-book.ts";
import { anyRequestOf } from "./requests/arbitraries.fixture.ts";
import type { TaskRequest } from "./requests/request.ts";
import { TASK_KINDS } from "./task-kinds.ts";

const CLIP = {
  kind: "text2video",
  model_name: "kling-v3",
  mode: "pro",
  duration: "10",
  prompt: "a",
} as const;
const NINE_PICTURES = { kind: "image-generation", model_name: "kling-v1", prompt: "a", n: 9 } as const;

describe("a connection's own price", () => {
  test.each([
    [CLIP, "clip/kling-v3/pro/off", 0.5, 5],
    [{ ...CLIP, sound: "on" }, "clip/kling-v3/pro/on", 0.1234, 1.234],
    [{ ...CLIP, model_name: "kling-v2-master" }, "clip/kling-v2-master/single/off", 1, 10],
    [NINE_PICTURES, "image-generation/kling-v1", 0.3, 2.7],
    [{ kind: "image-recognize", image: "AAAA" }, "image-recognize", 0.7, 0.7],
  ] satisfies [TaskRequest, string, number, number][])(
    "%j at %s %d: %d units",
    (request, key, rate, units) => {
      expect(priceAt(request, { facts: NO_FACTS, book: { [key]: rate } })).toMatchObject({
        units,
        source: "own",
      });
    },
  );

  test("does not touch what the book says nothing about", () => {
    const official = kindOf("text2video").price(CLIP, NO_FACTS);
    const book = { "clip/kling-v3/std/off": 9 };
    expect(priceAt(CLIP, { facts: NO_FACTS, book })).toEqual(official);
    expect(priceAt(CLIP, { facts: NO_FACTS, book: null })).toEqual(official);
  });

  test("waits for a length that nobody knows yet", () => {
    const avatar: TaskRequest = { kind: "avatar", image: "AAAA", sound_file: "AAAA" };
    expect(priceAt(avatar, { facts: NO_FACTS, book: { "avatar/std": 1 } })).toMatchObject({ known: false });
  });

  test("is the same in the form and in the order", () => {
    const book = Object.fromEntries(PRICE_KEYS.map(({ key }, index) => [key, index / 8]));
    fc.assert(
      fc.property(anyRequestOf("text2video"), (request) => {
        expect(clipPriceAt(request, book)).toEqual(priceAt(request, { facts: NO_FACTS, book }));
      }),
      { numRuns: 200 },
    );
  });
});

test.each(TASK_KINDS)("every legal %s has a key that a book may have", (kind) => {
  const keys = new Set(PRICE_KEYS.map(({ key }) => key));
  fc.assert(
    fc.property(anyRequestOf(kind), (request) => {
      const point = kindOf(kind).pointOf(request);
      const refusals = kindOf(kind).grid.refusals(point);
      if (refusals.length === 0) expect(keys).toContain(priceKeyAt(pricingOf(kind), point));
    }),
    { numRuns: 50 },
  );
});
