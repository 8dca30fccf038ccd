import { expect, test } from "vitest";
import { gather } from "./gather.ts";

/** Work that is let go by hand, and remembers what it was given. */
function heldWork() {
  const trips: { items: readonly string[]; lane: string; done: () => void; fail: (reason: Error) => void }[] =
    [];
  const work = (items: readonly string[], lane: string) =>
    new Promise<PromiseSettledResult<string>[]>((resolve, reject) => {
      const done = () => resolve(items.map((item) => ({ status: "fulfilled", value: `${item}!` })));
      trips.push({ items, lane, done, fail: reject });
    });
  return { trips, work };
}

/** Everything that follows of itself has happened. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test("what is asked in one turn goes together, and what comes meanwhile goes together next", async () => {
  const { trips, work } = heldWork();
  const ask = gather({ laneOf: () => "all", maxItems: 10, work });
  const early = ["a", "b"].map(ask);
  await settle();
  const late = ["c", "d"].map(ask);
  await settle();
  expect(trips.map(({ items }) => items)).toEqual([["a", "b"]]);
  trips[0]?.done();
  await settle();
  expect(trips.map(({ items }) => items)).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  trips[1]?.done();
  expect(await Promise.all([...early, ...late])).toEqual(["a!", "b!", "c!", "d!"]);
});

test("no trip is larger than told, and the order is that of asking", async () => {
  const { trips, work } = heldWork();
  const ask = gather({ laneOf: () => "all", maxItems: 2, work });
  const answers = ["a", "b", "c"].map(ask);
  for (const index of [0, 1]) {
    await settle();
    trips[index]?.done();
  }
  expect(await Promise.all(answers)).toEqual(["a!", "b!", "c!"]);
  expect(trips.map(({ items }) => items)).toEqual([["a", "b"], ["c"]]);
});

test("lanes do not wait for each other", async () => {
  const { trips, work } = heldWork();
  const ask = gather({ laneOf: (item: string) => item.slice(0, 1), maxItems: 10, work });
  const answers = ["a1", "b1", "a2"].map(ask);
  await settle();
  expect(trips.map(({ items, lane }) => [lane, items])).toEqual([
    ["a", ["a1", "a2"]],
    ["b", ["b1"]],
  ]);
  trips[1]?.done();
  expect(await answers[1]).toBe("b1!");
  trips[0]?.done();
  expect(await Promise.all(answers)).toEqual(["a1!", "b1!", "a2!"]);
});

test("a trip that fails fails for its own, and the lane goes on", async () => {
  const { trips, work } = heldWork();
  const ask = gather({ laneOf: () => "all", maxItems: 10, work });
  const first = ask("a");
  await settle();
  const second = ask("b");
  trips[0]?.fail(new Error("lost"));
  await expect(first).rejects.toThrow("lost");
  await settle();
  trips[1]?.done();
  expect(await second).toBe("b!");
  const third = ask("c");
  await settle();
  trips[2]?.done();
  expect(await third).toBe("c!");
});

test("each of a trip is told its own outcome", async () => {
  const ask = gather({
    laneOf: () => "all",
    maxItems: 10,
    work: async (items: readonly number[]) =>
      items.map((item) =>
        item % 2 === 0
          ? ({ status: "fulfilled", value: item } as const)
          : ({ status: "rejected", reason: new Error(`odd ${item}`) } as const),
      ),
  });
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(ask));
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
  expect(outcomes[2]).toMatchObject({ reason: { message: "odd 3" } });
});
