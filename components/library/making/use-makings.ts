"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { taskListQuery } from "#lib/client/tasks.ts";
import { isTerminal } from "#lib/contract/task-status.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";

export type Makings = {
  /** What is being made, and what failed and was not put away; the newest first. */
  readonly open: readonly TaskSummary[];
  /** The newest of those that are done: once it is another, there is something new in the library. */
  readonly made: string | null;
};

/** Tasks of a kind whose result is a thing of the library, as they happen. */
export function useMakings(kind: TaskKind): Makings {
  const { data } = useInfiniteQuery(taskListQuery({ kind }));
  const tasks = data?.pages.flatMap((page) => page.tasks) ?? [];
  const done = tasks.filter(({ status }) => status === "succeeded");
  return {
    open: tasks.filter(({ status }) => !isTerminal(status) || status === "failed"),
    made: latest(done),
  };
}

/** Several end in another order than they began, so all of them name the state. */
function latest(done: readonly TaskSummary[]): string | null {
  const [first] = done;
  return first === undefined ? null : `${done.length} ${first.id}`;
}

/** The state of two kinds together. */
export function bothMade(one: Makings, other: Makings): Makings {
  return {
    open: [...one.open, ...other.open].toSorted((a, b) => (a.id < b.id ? 1 : -1)),
    made: one.made === null && other.made === null ? null : `${one.made} ${other.made}`,
  };
}
