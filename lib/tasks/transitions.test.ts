import { describe, expect, test } from "vitest";
import { isTerminal, TASK_STATUSES, type TaskStatus } from "#lib/contract/task-status.ts";
import { statusAfter, statusesBefore, TASK_TRIGGERS, type TaskTrigger } from "./transitions.ts";

/** The whole table a second time, as a list of sentences: every pair that is not here must be refused. */
const LEGAL: readonly (readonly [TaskStatus, TaskTrigger, TaskStatus])[] = [
  ["queued", "lease", "submitting"],
  ["queued", "refuse", "failed"],
  ["queued", "cancel", "canceled"],
  ["submitting", "postpone", "queued"],
  ["submitting", "accept", "submitted"],
  ["submitting", "refuse", "failed"],
  ["submitting", "abandon", "unknown"],
  ["submitting", "finish", "archiving"],
  ["submitting", "fail", "failed"],
  ["submitted", "start", "processing"],
  ["submitted", "finish", "archiving"],
  ["submitted", "fail", "failed"],
  ["submitted", "abandon", "unknown"],
  ["processing", "finish", "archiving"],
  ["processing", "fail", "failed"],
  ["processing", "abandon", "unknown"],
  ["archiving", "archive", "succeeded"],
  ["archiving", "spoil", "failed"],
  ["failed", "retry", "queued"],
  ["failed", "fetch_again", "archiving"],
  ["canceled", "retry", "queued"],
  ["unknown", "retry", "queued"],
  ["unknown", "check_order", "submitting"],
  ["unknown", "check_result", "submitted"],
  ["unknown", "write_off", "failed"],
];

describe("statusAfter", () => {
  const pairs = TASK_STATUSES.flatMap((status) => TASK_TRIGGERS.map((trigger) => ({ status, trigger })));

  test.each(pairs)("$status on $trigger is as the table says", ({ status, trigger }) => {
    const expected = LEGAL.find(([from, by]) => from === status && by === trigger)?.[2] ?? null;
    expect(statusAfter(status, trigger)).toBe(expected);
  });

  test("a terminal status is left by nothing but what a person decided", () => {
    for (const { status, trigger } of pairs.filter((pair) => isTerminal(pair.status))) {
      if (trigger !== "retry" && trigger !== "fetch_again") expect(statusAfter(status, trigger)).toBeNull();
    }
  });

  test("a succeeded task is left by nothing at all", () => {
    for (const trigger of TASK_TRIGGERS) expect(statusAfter("succeeded", trigger)).toBeNull();
  });

  test("every status that is not terminal can reach a terminal one", () => {
    const reachable = new Set<TaskStatus>(TASK_STATUSES.filter(isTerminal));
    for (let round = 0; round < TASK_STATUSES.length; round += 1) {
      for (const [from, , to] of LEGAL) if (reachable.has(to)) reachable.add(from);
    }
    expect([...reachable].sort()).toEqual([...TASK_STATUSES].sort());
  });
});

test("statusesBefore is the inverse of statusAfter", () => {
  for (const trigger of TASK_TRIGGERS) {
    const expected = TASK_STATUSES.filter((status) => statusAfter(status, trigger) !== null);
    expect([...statusesBefore(trigger)].sort()).toEqual([...expected].sort());
  }
});
