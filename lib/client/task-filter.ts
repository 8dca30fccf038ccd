import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { TaskFilter, TaskSummary } from "#lib/contract/tasks.ts";
import { isTaskKind } from "#lib/kling/task-kinds.ts";

/** The five groups that people filter by. */
export const STATUS_GROUPS = [
  "running",
  "succeeded",
  "failed",
  "canceled",
  "unknown",
] as const satisfies readonly NonNullable<TaskFilter["status"]>[];

export type StatusGroup = (typeof STATUS_GROUPS)[number];

type ReadableParams = { get(name: string): string | null };

/** Reads a page's URL; what cannot be a filter is dropped, so that an old or mistyped link still opens. */
export function parseTaskFilter(params: ReadableParams): TaskFilter {
  const kind = params.get("kind") ?? "";
  const model = params.get("model") ?? "";
  const status = STATUS_GROUPS.find((group) => group === params.get("status"));
  const person = params.get("person") ?? "";
  const search = (params.get("search") ?? "").trim().slice(0, 200);
  return {
    ...(isTaskKind(kind) && { kind }),
    ...(model !== "" && model.length <= 64 && { model }),
    ...(status && { status }),
    ...(/^user_[0-9A-Z]{26}$/.test(person) && { person }),
    ...(search !== "" && { search }),
    ...(params.get("trash") === "true" && { trash: "true" }),
  };
}

export function isFiltered({ trash: _, ...rest }: TaskFilter): boolean {
  return Object.values(rest).some((value) => value !== undefined);
}

/** Whether a task belongs to a filtered list; must agree with `listTasks` on the server. */
export function matchesFilter(task: TaskSummary, filter: TaskFilter): boolean {
  if ((filter.trash === "true") !== (task.trashedAt !== null)) return false;
  if (filter.kind !== undefined && task.kind !== filter.kind) return false;
  if (filter.model !== undefined && task.modelName !== filter.model) return false;
  if (filter.status !== undefined && statusGroup(task.status) !== filter.status) return false;
  if (filter.person !== undefined && task.createdBy?.id !== filter.person) return false;
  return filter.search === undefined || task.prompt.toLowerCase().includes(filter.search.toLowerCase());
}

export function statusGroup(status: TaskStatus): StatusGroup {
  switch (status) {
    case "queued":
    case "submitting":
    case "submitted":
    case "processing":
    case "archiving":
      return "running";
    case "succeeded":
    case "failed":
    case "canceled":
    case "unknown":
      return status;
  }
}
