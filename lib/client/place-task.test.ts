import { describe, expect, test } from "vitest";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { advanceQueue, appendEvent, type LoadedTasks, placeInDetail, placeInList } from "./place-task.ts";
import { frameOf, taskId, taskPage, taskPicture } from "./task-picture.fixture.ts";

const everything = {};

function listOf(pages: readonly (readonly TaskSummary[])[], nextCursor: string | null = null): LoadedTasks {
  return {
    pages: pages.map((tasks, index) => ({
      tasks: [...tasks],
      nextCursor: index < pages.length - 1 ? (tasks.at(-1)?.id ?? null) : nextCursor,
    })),
    pageParams: pages.map(() => null),
  };
}

function idsOf(list: LoadedTasks): string[] {
  return list.pages.flatMap((page) => page.tasks.map((task) => task.id));
}

function place(list: LoadedTasks, task: TaskSummary, over: "newer" | "same" = "newer"): LoadedTasks {
  return placeInList(list, { filter: everything, task, over });
}

describe("placeInList", () => {
  const list = listOf(
    [
      [taskPicture(9), taskPicture(7)],
      [taskPicture(5), taskPicture(3)],
    ],
    taskId(3),
  );

  test.each([
    ["a new task comes first", 10, [10, 9, 7, 5, 3]],
    ["a task that was filtered out before takes its place by age", 8, [9, 8, 7, 5, 3]],
    ["a task between two pages is shown once", 6, [9, 7, 6, 5, 3]],
    ["a task beyond the loaded pages waits for its page", 1, [9, 7, 5, 3]],
  ])("%s", (_, number, expected) => {
    expect(idsOf(place(list, taskPicture(number)))).toEqual(expected.map(taskId));
  });

  test("a task older than all goes to the end when every page is loaded", () => {
    const whole = listOf([[taskPicture(9)], [taskPicture(5)]]);
    expect(idsOf(place(whole, taskPicture(1)))).toEqual([9, 5, 1].map(taskId));
  });

  test("the first task of an empty list appears", () => {
    expect(idsOf(place(listOf([[]]), taskPicture(1)))).toEqual([taskId(1)]);
  });

  test("an older or equally old picture changes nothing, not even the object", () => {
    const current = listOf([[taskPicture(4, { seq: 20, progress: 0.9 })]]);
    expect(place(current, taskPicture(4, { seq: 19, progress: 0.1 }))).toBe(current);
    expect(place(current, taskPicture(4, { seq: 20, progress: 0.1 }))).toBe(current);
  });

  test("what this tab expects shows over a picture of the same age, never over a newer one", () => {
    const current = listOf([[taskPicture(4, { seq: 20 })]]);
    expect(place(current, taskPicture(4, { seq: 20, progress: 0.5 }), "same")).not.toBe(current);
    expect(place(current, taskPicture(4, { seq: 19, progress: 0.5 }), "same")).toBe(current);
  });

  test("a task that stops matching leaves, and one that never matched does not come", () => {
    const running = listOf([[taskPicture(9), taskPicture(7)]]);
    const filter = { status: "running" } as const;
    const done = taskPicture(9, { status: "succeeded", seq: 30 });
    expect(idsOf(placeInList(running, { filter, task: done, over: "newer" }))).toEqual([taskId(7)]);
    const stranger = taskPicture(8, { status: "failed" });
    expect(placeInList(running, { filter, task: stranger, over: "newer" })).toBe(running);
  });

  test("pages that do not hold the task stay the same objects", () => {
    const next = place(list, taskPicture(9, { seq: 50 }));
    expect(next.pages[1]).toBe(list.pages[1]);
  });
});

describe("the page of one task", () => {
  test("takes a newer picture and keeps what a summary does not carry", () => {
    const page = taskPage(4, { upstreamTaskId: "up-4" });
    const next = placeInDetail(page, taskPicture(4, { seq: 9, status: "processing" }), "newer");
    expect(next).toMatchObject({ status: "processing", upstreamTaskId: "up-4" });
    expect(placeInDetail(next, taskPicture(4, { seq: 8 }), "newer")).toBe(next);
  });

  test("keeps its time line in order and without doubles, however the frames arrive", () => {
    const frames = [7, 5, 6, 5, 7].map((seq) => frameOf(taskPicture(4, { seq })));
    const page = frames.reduce(appendEvent, taskPage(4));
    expect(page.events.map(({ seq }) => seq)).toEqual([5, 6, 7]);
  });
});

test("when a task leaves the queue, only those behind it on the same connection move up", () => {
  const other = { id: "connection_other", name: "Other" };
  const list = listOf([
    [
      taskPicture(9, { queuePosition: 2 }),
      taskPicture(8, { queuePosition: 1, connection: other }),
      taskPicture(7, { queuePosition: null, status: "processing" }),
      taskPicture(3, { queuePosition: 0 }),
    ],
  ]);
  const left = taskPicture(5, { queuePosition: 0 });
  const next = advanceQueue(list, left);
  expect(next.pages[0]?.tasks.map((task) => task.queuePosition)).toEqual([1, 1, null, 0]);
  expect(advanceQueue(next, { ...left, queuePosition: 7 })).toBe(next);
});
