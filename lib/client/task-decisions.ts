import { mutationOptions } from "@tanstack/react-query";
import type { AdoptTask, DecisionCall, TaskMove } from "#lib/contract/task-decisions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { callApi, newIdempotencyKey } from "./api.ts";
import { placePicture } from "./task-cache.ts";
import { taskKeys } from "./task-keys.ts";

export type DecidedCall = { readonly task: TaskSummary; readonly decision: DecisionCall };

/** What a person decides about a task of which nobody knows what became of it. */
export const decideTaskMutation = () =>
  mutationOptions({
    mutationKey: ["tasks", "decide"],
    mutationFn: ({ task, decision }: DecidedCall) =>
      callApi<TaskSummary>("POST", `/api/tasks/${task.id}/decision`, {
        body: decision,
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: (task, _call, _before, { client }) => placePicture(client, task),
    onError: (_error, { task }, _context, { client }) =>
      client.invalidateQueries({ queryKey: taskKeys.detail(task.id) }),
  });

export type MovedCall = { readonly task: TaskSummary; readonly to: TaskMove };

/** Others in the line change their places too: all lists are read again. */
export const moveTaskMutation = () =>
  mutationOptions({
    mutationKey: ["tasks", "move"],
    mutationFn: ({ task, to }: MovedCall) =>
      callApi<TaskSummary>("POST", `/api/tasks/${task.id}/move`, { body: { to } }),
    onSettled: (_task, _error, _call, _context, { client }) =>
      client.invalidateQueries({ queryKey: taskKeys.all }),
  });

export type PriorityCall = { readonly task: TaskSummary; readonly priority: number };

export const setPriorityMutation = () =>
  mutationOptions({
    mutationKey: ["tasks", "priority"],
    mutationFn: ({ task, priority }: PriorityCall) =>
      callApi<TaskSummary>("PUT", `/api/tasks/${task.id}/priority`, { body: { priority } }),
    onSettled: (_task, _error, _call, _context, { client }) =>
      client.invalidateQueries({ queryKey: taskKeys.all }),
  });

/** Takes over a task that was made elsewhere on one of the team's accounts. */
export const adoptTaskMutation = () =>
  mutationOptions({
    mutationKey: ["tasks", "adopt"],
    mutationFn: (wanted: AdoptTask) => callApi<TaskSummary>("POST", "/api/tasks/adopt", { body: wanted }),
    onSuccess: (task, _call, _before, { client }) => placePicture(client, task),
  });
