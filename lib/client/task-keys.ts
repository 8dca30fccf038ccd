import type { TaskFilter } from "#lib/contract/tasks.ts";

/** Keys of everything about tasks in the query cache. */
export const taskKeys = {
  all: ["tasks"],
  lists: ["tasks", "list"],
  list: (filter: TaskFilter) => ["tasks", "list", filter],
  details: ["tasks", "detail"],
  detail: (taskId: string) => ["tasks", "detail", taskId],
} as const;
