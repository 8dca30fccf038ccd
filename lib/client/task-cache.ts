import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { StreamFrame } from "#lib/contract/events.ts";
import type { TaskDetail, TaskFilter, TaskSummary } from "#lib/contract/tasks.ts";
import {
  advanceQueue,
  appendEvent,
  type LoadedTasks,
  type Over,
  placeInDetail,
  placeInList,
} from "./place-task.ts";
import { taskKeys } from "./task-keys.ts";

/** Enough for everything that can change while one slow answer is under way. */
const MAX_REMEMBERED = 500;

/** After a long absence only this much of a list is read again at once; scrolling brings the rest. */
const PAGES_AFTER_RESYNC = 2;

/**
 * The newest pictures that events and mutations brought. An answer that left the server before them must not
 * undo them, neither by bringing an older picture nor by lacking a newer task.
 */
const picturesOf = new WeakMap<QueryClient, Map<string, TaskSummary>>();

/** Writes one frame of the event stream into every list and page that shows the task. Safe to repeat and reorder. */
export function applyFrame(client: QueryClient, frame: StreamFrame): void {
  const before = findTask(client, frame.task.id);
  placePicture(client, frame.task, "newer");
  updateDetail(client, frame.task.id, (detail) => appendEvent(detail, frame));
  const isMoved = before !== undefined && before.status !== frame.task.status;
  if (isMoved || frame.event.type === "measured") {
    // Outputs, upstream ids, the raw answer and what was measured are not in a frame.
    void client.invalidateQueries({ queryKey: taskKeys.detail(frame.task.id) });
  }
}

/** Shows this picture everywhere, and keeps it so when older answers arrive later. */
export function placePicture(client: QueryClient, task: TaskSummary, over: Over = "same"): void {
  const known = pictures(client).get(task.id);
  if (known && (over === "newer" ? known.seq >= task.seq : known.seq > task.seq)) return;
  const before = findTask(client, task.id);
  remember(client, task);
  updateLists(client, (list, filter) => placeInList(list, { filter, task, over }));
  updateDetail(client, task.id, (detail) => placeInDetail(detail, task, over));
  if (before?.status === "queued" && task.status !== "queued") {
    updateLists(client, (list) => advanceQueue(list, before));
  }
}

/** Takes an expectation back that the server refused, unless something newer has arrived meanwhile. */
export function putBack(client: QueryClient, before: TaskSummary): void {
  placePicture(client, before, "same");
}

/**
 * Lays the remembered pictures over every list and page that arrives by a fetch or with a page. Returns how to
 * stop watching.
 */
export function guardArrivals(client: QueryClient): () => void {
  return client.getQueryCache().subscribe((notice) => {
    const isArrival =
      notice.type === "added" ||
      (notice.type === "updated" &&
        ((notice.action.type === "success" && notice.action.manual !== true) ||
          notice.action.type === "setState"));
    if (isArrival && notice.query.state.data !== undefined) layOver(client, notice.query.queryKey);
  });
}

/** Reads everything on screen again, because events may have been missed. Off-screen lists are dropped. */
export function resyncTasks(client: QueryClient): void {
  client.removeQueries({ queryKey: taskKeys.all, type: "inactive" });
  updateLists(client, (list) => ({
    pages: list.pages.slice(0, PAGES_AFTER_RESYNC),
    pageParams: list.pageParams.slice(0, PAGES_AFTER_RESYNC),
  }));
  void client.invalidateQueries({ queryKey: taskKeys.all });
}

export function findTask(client: QueryClient, taskId: string): TaskSummary | undefined {
  const known = pictures(client).get(taskId) ?? client.getQueryData<TaskDetail>(taskKeys.detail(taskId));
  if (known) return known;
  for (const [, list] of client.getQueriesData<LoadedTasks>({ queryKey: taskKeys.lists })) {
    for (const page of list?.pages ?? []) {
      const task = page.tasks.find(({ id }) => id === taskId);
      if (task) return task;
    }
  }
  return undefined;
}

function layOver(client: QueryClient, key: QueryKey): void {
  const filter = filterOf(key);
  for (const task of pictures(client).values()) {
    if (filter) updateList(client, key, (list) => placeInList(list, { filter, task, over: "newer" }));
    else if (key[2] === task.id)
      updateDetail(client, task.id, (detail) => placeInDetail(detail, task, "newer"));
  }
}

function updateLists(
  client: QueryClient,
  update: (list: LoadedTasks, filter: TaskFilter) => LoadedTasks,
): void {
  for (const query of client.getQueryCache().findAll({ queryKey: taskKeys.lists })) {
    const filter = filterOf(query.queryKey);
    if (filter) updateList(client, query.queryKey, (list) => update(list, filter));
  }
}

/** Untouched data is not written: that would mark the query as fresh. */
function updateList(client: QueryClient, key: QueryKey, update: (list: LoadedTasks) => LoadedTasks): void {
  const list = client.getQueryData<LoadedTasks>(key);
  const next = list && update(list);
  if (next && next !== list) client.setQueryData<LoadedTasks>(key, next);
}

function updateDetail(client: QueryClient, taskId: string, update: (detail: TaskDetail) => TaskDetail): void {
  const key = taskKeys.detail(taskId);
  const detail = client.getQueryData<TaskDetail>(key);
  const next = detail && update(detail);
  if (next && next !== detail) client.setQueryData<TaskDetail>(key, next);
}

/** `taskKeys.list` puts the filter there; a cache key is typed as unknown. */
function filterOf(key: QueryKey): TaskFilter | undefined {
  return key[0] === taskKeys.lists[0] && key[1] === taskKeys.lists[1] ? (key[2] as TaskFilter) : undefined;
}

function pictures(client: QueryClient): Map<string, TaskSummary> {
  const known = picturesOf.get(client);
  if (known) return known;
  const fresh = new Map<string, TaskSummary>();
  picturesOf.set(client, fresh);
  return fresh;
}

function remember(client: QueryClient, task: TaskSummary): void {
  const known = pictures(client);
  known.delete(task.id); // moves it to the end: a Map keeps the order of insertion
  known.set(task.id, task);
  if (known.size <= MAX_REMEMBERED) return;
  const [oldest] = known.keys();
  if (oldest !== undefined) known.delete(oldest);
}
