import fc from "fast-check";
import { expect, test } from "vitest";
import { reorder } from "./reorder.ts";

const AT = new Date("2026-11-21T12:00:00Z").getTime();
const line = ["a", "b", "c"].map((id, index) => ({ id, turnAt: new Date(AT + index * 1000) }));
const order = (turns: readonly { id: string; turnAt: Date }[]) =>
  turns.toSorted((one, other) => one.turnAt.getTime() - other.turnAt.getTime()).map(({ id }) => id);
const after = (changed: readonly { id: string; turnAt: Date }[], before = line) =>
  before.map((it) => changed.find(({ id }) => id === it.id) ?? it);

test.each([
  ["c", "first", ["c", "a", "b"]],
  ["a", "last", ["b", "c", "a"]],
  ["b", "earlier", ["b", "a", "c"]],
  ["b", "later", ["a", "c", "b"]],
  ["a", "earlier", ["a", "b", "c"]],
  ["c", "later", ["a", "b", "c"]],
] as const)("%s goes %s", (id, to, expected) => {
  const turns = after(reorder(line, { id, to }));
  expect(order(turns)).toEqual(expected);
  expect(turns.map(({ turnAt }) => turnAt.getTime()).sort()).toEqual(
    line.map(({ turnAt }) => turnAt.getTime()),
  );
});

test("takes of one order, whose turns are the same, can be put in any order", () => {
  const equal = ["a", "b", "c"].map((id) => ({ id, turnAt: new Date(AT) }));
  expect(order(after(reorder(equal, { id: "c", to: "first" }), equal))).toEqual(["c", "a", "b"]);
});

test("nobody gets an earlier turn than the person had before", () => {
  const turns = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      turns,
      fc.nat(),
      fc.constantFrom("first", "earlier", "later", "last"),
      (offsets, pick, to) => {
        const before = offsets
          .toSorted((one, other) => one - other)
          .map((offset, index) => ({ id: String(index), turnAt: new Date(AT + offset) }));
        const id = String(pick % before.length);
        const now = after(reorder(before, { id, to }), before).map(({ turnAt }) => turnAt.getTime());
        const sorted = now.toSorted((one, other) => one - other);
        expect(sorted.every((turn, index) => turn >= Number(before[index]?.turnAt.getTime()))).toBe(true);
        expect(new Set(now).size).toBe(now.length);
      },
    ),
  );
});
