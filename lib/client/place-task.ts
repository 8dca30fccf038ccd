import type { InfiniteData } from "@tanstack/react-query";
import type { StreamFrame } from "#lib/contract/events.ts";
import type { TaskDetail, TaskFilter, TaskList, TaskSummary } from "#lib/contract/tasks.ts";
import { matchesFilter } from "./task-filter.ts";

/** What the cache holds for one filtered list. Ids are ULIDs, so "newest first" is descending by id. */
export type LoadedTasks = InfiniteData<TaskList, string | null>;

/**
 * `newer`: only over an older picture, for frames and re-reads, which may come twice or out of order.
 * `same`: also over one of the same age, for what this tab expects before the server has confirmed it.
 */
export type Over = "newer" | "same";

type Placement = { readonly filter: TaskFilter; readonly task: TaskSummary; readonly over: Over };

/**
 * The list with this picture of a task in its place: inserted, replaced, or removed when it matches no more.
 * Returns the very same object when nothing changes. A task beyond the loaded pages stays out: its page brings it.
 */
export function placeInList(list: LoadedTasks, { filter, task, over }: Placement): LoadedTasks {
  const pageIndex = pageOf(list, task.id);
  const page = list.pages[pageIndex];
  if (!page) return list;
  const index = page.tasks.findIndex((it) => it.id <= task.id);
  const position = index === -1 ? page.tasks.length : index;
  const present = page.tasks[position]?.id === task.id ? page.tasks[position] : undefined;
  if (present && !outranks(task, present, over)) return list;
  const matches = matchesFilter(task, filter);
  if (!matches && !present) return list;
  const tasks = page.tasks.toSpliced(position, present ? 1 : 0, ...(matches ? [task] : []));
  return { ...list, pages: list.pages.with(pageIndex, { ...page, tasks }) };
}

function outranks(task: TaskSummary, present: TaskSummary, over: Over): boolean {
  return over === "newer" ? task.seq > present.seq : task.seq >= present.seq;
}

/** The first page that ends at or below the id; the last one takes the rest only when nothing comes after it. */
function pageOf(list: LoadedTasks, taskId: string): number {
  const index = list.pages.findIndex(({ tasks }) => (tasks.at(-1)?.id ?? "~") <= taskId);
  if (index !== -1) return index;
  return list.pages.at(-1)?.nextCursor === null ? list.pages.length - 1 : -1;
}

/** The page's task under a newer picture; what a summary does not carry stays as it was. */
export function placeInDetail(detail: TaskDetail, task: TaskSummary, over: Over): TaskDetail {
  return outranks(task, detail, over) ? { ...detail, ...task } : detail;
}

/** Adds the frame's event to the time line, once and in its place. */
export function appendEvent(detail: TaskDetail, { event }: StreamFrame): TaskDetail {
  if (detail.events.some(({ seq }) => seq === event.seq)) return detail;
  const position = detail.events.findIndex(({ seq }) => seq > event.seq);
  const at = position === -1 ? detail.events.length : position;
  return { ...detail, events: detail.events.toSpliced(at, 0, event) };
}

/** A task has left the queue of its connection: those behind it move up. `left` is its picture while it waited. */
export function advanceQueue(list: LoadedTasks, left: TaskSummary): LoadedTasks {
  const position = left.queuePosition;
  if (position === null) return list;
  const isBehind = (task: TaskSummary) =>
    task.queuePosition !== null && task.queuePosition > position && task.connection.id === left.connection.id;
  const pages = list.pages.map((page) => {
    if (!page.tasks.some(isBehind)) return page;
    return { ...page, tasks: page.tasks.map((task) => (isBehind(task) ? moveUp(task) : task)) };
  });
  return pages.every((page, index) => page === list.pages[index]) ? list : { ...list, pages };
}

function moveUp(task: TaskSummary): TaskSummary {
  return { ...task, queuePosition: (task.queuePosition ?? 1) - 1 };
}
