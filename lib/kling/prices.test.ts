import { describe, expect, test } from "vitest";
import { everyCombination } from "./combinations.fixture.ts";
import type { Duration, Mode, Sound } from "./fields.ts";
import type { ModelId } from "./models.ts";
import { priceOf } from "./prices.ts";
import { refusals } from "./verdict.ts";

function price(model_name: ModelId, mode: Mode, duration: Duration, sound: Sound = "off") {
  return priceOf({ kind: "text2video", model_name, prompt: "x", mode, duration, sound });
}

describe("the price of a request", () => {
  /** api-reference §9 by hand. */
  test.each([
    ["kling-v1", "std", "5", "off", 1, 0.14],
    ["kling-v1", "std", "10", "off", 2, 0.28],
    ["kling-v1", "pro", "5", "off", 3.5, 0.49],
    ["kling-v1", "pro", "10", "off", 7, 0.98],
    ["kling-v1-6", "std", "5", "off", 2, 0.28],
    ["kling-v1-6", "pro", "10", "off", 7, 0.98],
    ["kling-v2-master", "std", "5", "off", 10, 1.4],
    ["kling-v2-1-master", "std", "10", "off", 20, 2.8],
    ["kling-v2-1", "pro", "5", "off", 3.5, 0.49],
    ["kling-v2-5-turbo", "std", "5", "off", 1.5, 0.21],
    ["kling-v2-5-turbo", "pro", "10", "off", 5, 0.7],
    ["kling-v2-6", "std", "5", "off", 1.5, 0.21],
    ["kling-v2-6", "pro", "10", "off", 5, 0.7],
    ["kling-v2-6", "pro", "5", "on", 5, 0.7],
    ["kling-v3", "std", "3", "off", 1.8, 0.252],
    ["kling-v3", "pro", "7", "off", 5.6, 0.784],
    ["kling-v3", "std", "7", "on", 6.3, 0.882],
    ["kling-v3", "pro", "15", "on", 18, 2.52],
    ["kling-v3", "4k", "5", "off", 15, 2.1],
    ["kling-v3", "4k", "5", "on", 15, 2.1],
  ] as const)("%s %s %s s, sound %s: %d units, $%d", (model, mode, duration, sound, units, usd) => {
    const found = price(model, mode, duration, sound);
    expect(found).toMatchObject({ known: true, units, usd, uncertain: false });
  });

  test("says when the published number itself is in doubt", () => {
    expect(price("kling-v1-5", "std", "5")).toMatchObject({ known: true, units: 2, uncertain: true });
    expect(price("kling-v2-1", "std", "5")).toMatchObject({ known: true, units: 2, uncertain: true });
  });

  test("is unknown and never guessed for what is not listed", () => {
    expect(price("kling-v2-6", "std", "5", "on")).toMatchObject({ known: false });
    expect(price("kling-v1", "std", "7")).toMatchObject({ known: false });
    expect(price("kling-v1", "4k", "5")).toMatchObject({ known: false });
    expect(price("kling-v3-omni", "std", "5").known).toBe(false);
  });

  test("is known for everything that the map allows, and prints without rounding noise", () => {
    for (const combination of everyCombination()) {
      if (refusals(combination).length > 0) continue;
      const { kind, model: model_name, mode, duration, sound } = combination;
      const found = priceOf({ kind, model_name, mode, duration, sound });
      expect(found.known, JSON.stringify(combination)).toBe(true);
      if (found.known) expect(String(found.units)).toMatch(/^\d+(\.\d)?$/);
    }
  });

  test("charges an end frame nothing extra (upd, 2025-11-17)", () => {
    const request = {
      kind: "image2video",
      model_name: "kling-v2-5-turbo",
      mode: "pro",
      duration: "5",
      image: "AAAA",
    } as const;
    expect(priceOf({ ...request, image_tail: "AAAA" })).toEqual(priceOf(request));
  });
});
