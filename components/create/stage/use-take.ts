"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { findTask } from "#lib/client/task-cache.ts";
import { taskQuery } from "#lib/client/tasks.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";

/** A task as the cache knows it now; the event stream keeps it true. */
export function useTake(taskId: string): {
  task: TaskSummary | undefined;
  problem: Error | null;
  reload: () => void;
} {
  const client = useQueryClient();
  const query = useQuery(taskQuery(taskId));
  return {
    task: query.data ?? findTask(client, taskId),
    problem: query.error,
    reload: () => void query.refetch(),
  };
}
