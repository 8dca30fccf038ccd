import { infiniteQueryOptions, mutationOptions, queryOptions } from "@tanstack/react-query";
import type { TaskDetail, TaskFilter, TaskList, TaskSummary } from "#lib/contract/tasks.ts";
import { callApi, newIdempotencyKey } from "./api.ts";
import { ApiProblem } from "./api-problem.ts";
import { placePicture, putBack } from "./task-cache.ts";
import { taskKeys } from "./task-keys.ts";

export const TASKS_PER_PAGE = 40;

/**
 * The tasks that match, newest first, page by page. The event stream keeps every list true, so it is never
 * fetched again merely because time has passed; `LiveEvents` invalidates it when events may be missing.
 */
export const taskListQuery = (filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: taskKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      callApi<TaskList>("GET", "/api/tasks", {
        query: { ...filter, cursor: pageParam, limit: TASKS_PER_PAGE },
        signal,
      }),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false, // thousands of cards; `placeInList` keeps what did not change
  });

/** Typed apart: `null` alone would make every later cursor a type error. */
const FIRST_PAGE: string | null = null;

/** One task with everything its page shows. */
export const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: taskKeys.detail(taskId),
    queryFn: ({ signal }) => callApi<TaskDetail>("GET", `/api/tasks/${taskId}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export type RetryTaskCall = { readonly taskId: string; readonly idempotencyKey: string };

/** Pays for another try of a failed or canceled task. */
export const retryTaskMutation = () =>
  mutationOptions({
    mutationKey: ["tasks", "retry"],
    mutationFn: ({ taskId, idempotencyKey }: RetryTaskCall) =>
      callApi<TaskSummary>("POST", `/api/tasks/${taskId}/retry`, { idempotencyKey }),
    retry: retryUnanswered,
    onSuccess: (task, _call, _before, { client }) => placePicture(client, task),
  });

/** Not optimistic: a task that has just been submitted can no longer be taken back, and costs. */
export const cancelTaskMutation = () =>
  mutationOptions({
    mutationKey: ["tasks", "cancel"],
    mutationFn: (task: TaskSummary) => callApi<TaskSummary>("POST", `/api/tasks/${task.id}/cancel`),
    onSuccess: (task, _before, _context, { client }) => placePicture(client, task),
    onError: (_error, task, _context, { client }) =>
      client.invalidateQueries({ queryKey: taskKeys.detail(task.id) }),
  });

export const trashTaskMutation = () =>
  mutationOptions({
    mutationKey: ["tasks", "trash"],
    mutationFn: (task: TaskSummary) => callApi<TaskSummary>("DELETE", `/api/tasks/${task.id}`),
    onMutate: (task, { client }) => placePicture(client, { ...task, trashedAt: new Date().toISOString() }),
    onSuccess: (task, _before, _context, { client }) => placePicture(client, task),
    onError: (_error, before, _context, { client }) => putBack(client, before),
  });

export const restoreTaskMutation = () =>
  mutationOptions({
    mutationKey: ["tasks", "restore"],
    mutationFn: (task: TaskSummary) => callApi<TaskSummary>("POST", `/api/tasks/${task.id}/restore`),
    onMutate: (task, { client }) => placePicture(client, { ...task, trashedAt: null }),
    onSuccess: (task, _before, _context, { client }) => placePicture(client, task),
    onError: (_error, before, _context, { client }) => putBack(client, before),
  });

/** Idempotent calls only. The first try counts as the failure number 0. */
function retryUnanswered(failures: number, error: Error): boolean {
  return failures < 3 && error instanceof ApiProblem && error.isPassing;
}

/** A new key for each press of Retry. */
export function retryCall(task: TaskSummary): RetryTaskCall {
  return { taskId: task.id, idempotencyKey: newIdempotencyKey() };
}
