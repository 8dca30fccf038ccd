import { expect, test } from "vitest";
import type { TaskEvent } from "#lib/contract/tasks.ts";
import { timelineOf } from "./timeline-of.ts";

function eventsOf(...types: readonly string[]): TaskEvent[] {
  return types.map((type, seq) => ({
    seq,
    type,
    taskId: "task_1",
    status: "processing",
    data: {},
    createdAt: "2026-11-21T10:00:00.000Z",
  }));
}

test("tells each step once, without progress reports and unknown types", () => {
  const events = eventsOf("created", "submitting", "progress", "progress", "from_the_future", "succeeded");
  expect(timelineOf(events).map(({ name }) => name)).toEqual(["created", "submitting", "succeeded"]);
});

test("a provider that stays busy is told once, at its first time", () => {
  const steps = timelineOf(eventsOf("created", "postponed", "postponed", "postponed", "accepted"));
  expect(steps.map(({ seq, name }) => [seq, name])).toEqual([
    [0, "created"],
    [1, "postponed"],
    [4, "accepted"],
  ]);
});
