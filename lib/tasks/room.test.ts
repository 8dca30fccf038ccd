import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasRoom, pickNext } from "./room.ts";

describe("room for a task", () => {
  test.each<[string, Parameters<typeof hasRoom>[0], number, boolean]>([
    ["a free place", { max: 3, taken: 2, learned: null }, 1, true],
    ["none free", { max: 3, taken: 3, learned: null }, 1, false],
    ["too few for all of its pictures", { max: 9, taken: 6, learned: null }, 4, false],
    ["larger than the limit, beside others", { max: 5, taken: 1, learned: null }, 9, false],
    ["larger than the limit, alone", { max: 5, taken: 0, learned: null }, 9, true],
    [
      "below what upstream was seen to allow",
      { max: 9, taken: 1, learned: { places: 2, isClosed: true } },
      1,
      true,
    ],
    ["beyond it, too soon", { max: 9, taken: 2, learned: { places: 2, isClosed: true } }, 1, false],
    ["beyond it, as a probe", { max: 9, taken: 2, learned: { places: 2, isClosed: false } }, 1, true],
    [
      "beyond it, while a probe is under way",
      { max: 9, taken: 3, learned: { places: 2, isClosed: false } },
      1,
      false,
    ],
    [
      "a probe beyond the connection's own limit",
      { max: 2, taken: 2, learned: { places: 2, isClosed: false } },
      1,
      false,
    ],
  ])("%s", (_, room, places, expected) => {
    expect(hasRoom(room, places)).toBe(expected);
  });

  test("the line is served in its order, and nobody overtakes a large task that waits for its places", () => {
    const line = [{ places: 1 }, { places: 4 }, { places: 1 }];
    expect(pickNext(line, { max: 9, taken: 5, learned: null })).toEqual([{ places: 1 }]);
    expect(pickNext(line, { max: 9, taken: 3, learned: null })).toEqual(line);
  });

  test("however the line and the limits are, neither is ever exceeded", () => {
    const counts = { max: fc.integer({ min: 1, max: 9 }), taken: fc.nat({ max: 9 }) };
    const learned = fc.option(fc.record({ places: fc.nat({ max: 9 }), isClosed: fc.boolean() }));
    const line = fc.array(fc.record({ places: fc.integer({ min: 1, max: 9 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.record({ ...counts, learned }), line, (room, waiting) => {
        const next = pickNext(waiting, room);
        const after = next.reduce((sum, { places }) => sum + places, room.taken);
        if (next.length > 1) expect(after).toBeLessThanOrEqual(room.max);
        if (room.learned !== null && next.length > 0) {
          const beforeLast = after - (next.at(-1)?.places ?? 0);
          expect(room.learned.isClosed ? after : beforeLast).toBeLessThanOrEqual(room.learned.places);
        }
      }),
    );
  });
});
