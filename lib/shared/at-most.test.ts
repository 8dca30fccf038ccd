import { expect, test } from "vitest";
import { atMost } from "./at-most.ts";

test("no more than the limit go on at a time, in their order, also past one that fails", async () => {
  const inTurn = atMost(2);
  const begun: number[] = [];
  let now = 0;
  const work = (index: number) => async () => {
    begun.push(index);
    now += 1;
    expect(now).toBeLessThanOrEqual(2);
    await Promise.resolve();
    now -= 1;
    if (index === 1) throw new Error("one failed");
    return index;
  };
  const outcomes = await Promise.allSettled([0, 1, 2, 3, 4].map((index) => inTurn(work(index))));
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual([true, false, true, true, true]);
});
