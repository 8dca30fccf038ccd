import { describe, expect, test } from "vitest";
import { ApiProblem } from "./api.ts";
import { createOrderKeeper, isOutcomeUnknown, newOrder } from "./orders.ts";

const BODY = {
  request: { kind: "text2video", model_name: "kling-v3", duration: "5", prompt: "a boat" },
} as const;
const KEY = "order";

function problem(code: ApiProblem["code"], status: number, details = {}): ApiProblem {
  return new ApiProblem({ code, status, detail: "", details });
}

function memory() {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

describe("an order", () => {
  test("has a key of its own for each press", () => {
    expect(newOrder(BODY, 0).idempotencyKey).not.toBe(newOrder(BODY, 0).idempotencyKey);
  });

  test.each([
    ["no answer came", problem("offline", 0), true],
    ["the server stumbled", problem("internal", 500), true],
    ["a proxy gave up waiting", problem("provider_unavailable", 504), true],
    ["the first try is still being carried out", problem("conflict", 409, { reason: "in_flight" }), true],
    ["the form is wrong", problem("invalid_request", 400), false],
    ["the budget is used up", problem("budget_exceeded", 402), false],
    ["we have a bug", new TypeError("x is not a function"), false],
  ])("may have been taken, or surely not, when %s", (_why, error, again) => {
    expect(isOutcomeUnknown(error)).toBe(again);
  });

  test("without an answer is found again after a reload, with its key", () => {
    const storage = memory();
    const order = newOrder(BODY, 1000);
    createOrderKeeper(storage, KEY).keep(order);
    expect(createOrderKeeper(storage, KEY).unanswered(2000)).toEqual(order);
  });

  test("is not resumed once it is answered, or after ten minutes", () => {
    const keeper = createOrderKeeper(memory(), KEY);
    keeper.keep(newOrder(BODY, 1000));
    expect(keeper.unanswered(1000 + 10 * 60_000)).toBeNull();
    keeper.forget();
    expect(keeper.unanswered(2000)).toBeNull();
  });

  test("is not made of whatever lies in the storage", () => {
    const storage = memory();
    storage.setItem(KEY, '{"idempotencyKey":7}');
    expect(createOrderKeeper(storage, KEY).unanswered(0)).toBeNull();
  });
});
