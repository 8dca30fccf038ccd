import { expect, test } from "vitest";
import { newId } from "#lib/shared/ids.ts";
import { callbackTargetOf, callbackToken } from "./callback-token.ts";

const target = { taskId: newId("task"), paidTry: 2 };
const token = callbackToken(target);

test("a token names the paid try that it was made for", () => {
  expect(callbackTargetOf(token)).toEqual(target);
});

test("a task's token of one paid try is worth nothing for another, nor is another task's", () => {
  const mac = token.slice(-32);
  const forged = [`${target.taskId}-1-${mac}`, `${newId("task")}-2-${mac}`, `${target.taskId}-02-${mac}`];
  expect(forged.map(callbackTargetOf)).toEqual([null, null, null]);
});

test("no character of a token can be changed, left out or added", () => {
  for (let index = 0; index < token.length; index += 1) {
    const changed = token.slice(0, index) + (token[index] === "7" ? "8" : "7") + token.slice(index + 1);
    expect(callbackTargetOf(changed)).toBeNull();
    expect(callbackTargetOf(token.slice(0, index) + token.slice(index + 1))).toBeNull();
  }
  for (const other of ["", "-", target.taskId, `${token}x`, `${token}-`, ` ${token}`, token.toLowerCase()]) {
    expect(callbackTargetOf(other)).toBeNull();
  }
});
