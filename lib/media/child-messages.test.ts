import { expect, test } from "vitest";
import { readChildMessage } from "./child-messages.ts";

test.each([
  null,
  undefined,
  7,
  "result",
  [],
  {},
  { type: "exec" },
  { type: "progress", fraction: "1" },
  { type: "progress", fraction: Number.NaN },
])("%j from a child is ignored", (message) => {
  expect(readChildMessage(message)).toBeNull();
});

test("progress stays between 0 and 1, whatever the child says", () => {
  expect(readChildMessage({ type: "progress", fraction: 7 })).toEqual({ type: "progress", fraction: 1 });
  expect(readChildMessage({ type: "progress", fraction: -1 })).toEqual({ type: "progress", fraction: 0 });
});
