import type { TaskStatus } from "#lib/contract/task-status.ts";

/**
 * What can happen to a task.
 *
 * - `lease`: a worker begins to submit it
 * - `postpone`: the provider refused for now (rate, slots, maintenance): nothing was opened, it waits again
 * - `accept`: the provider opened it, or had opened it before
 * - `refuse`: the provider, or we ourselves before asking, will certainly not make it
 * - `start`, `finish`, `fail`: what the provider says of an accepted task
 * - `abandon`: whether it was opened, or what became of it, could not be learnt in a long time
 * - `archive`, `spoil`: the outputs are safely ours, or can never be
 * - `cancel`, `retry`: a person decided
 * - `check_order`, `check_result`: a person wants an unknown one looked for again, or knows which one it is
 * - `write_off`: a person says that an unknown one came to nothing
 * - `fetch_again`: a person wants the files that could not be fetched tried once more; nothing is ordered
 */
export const TASK_TRIGGERS = [
  "lease",
  "postpone",
  "accept",
  "refuse",
  "start",
  "finish",
  "fail",
  "abandon",
  "archive",
  "spoil",
  "cancel",
  "retry",
  "check_order",
  "check_result",
  "write_off",
  "fetch_again",
] as const;

export type TaskTrigger = (typeof TASK_TRIGGERS)[number];

/** Every legal move; what is not listed is refused. */
const MOVES: Readonly<Record<TaskStatus, Readonly<Partial<Record<TaskTrigger, TaskStatus>>>>> = {
  queued: { lease: "submitting", refuse: "failed", cancel: "canceled" },
  submitting: {
    postpone: "queued",
    accept: "submitted",
    refuse: "failed",
    abandon: "unknown",
    // Where upstream answers with the result itself.
    finish: "archiving",
    fail: "failed",
  },
  submitted: { start: "processing", finish: "archiving", fail: "failed", abandon: "unknown" },
  processing: { finish: "archiving", fail: "failed", abandon: "unknown" },
  archiving: { archive: "succeeded", spoil: "failed" },
  succeeded: {},
  failed: { retry: "queued", fetch_again: "archiving" },
  canceled: { retry: "queued" },
  unknown: { retry: "queued", check_order: "submitting", check_result: "submitted", write_off: "failed" },
};

/** The status after `trigger`, or null when a task in this status refuses it. */
export function statusAfter(status: TaskStatus, trigger: TaskTrigger): TaskStatus | null {
  return MOVES[status][trigger] ?? null;
}

/** Statuses from which this trigger is legal: the guard of a compare-and-set. */
export function statusesBefore(trigger: TaskTrigger): readonly TaskStatus[] {
  return STATUSES.filter((status) => MOVES[status][trigger] !== undefined);
}

const STATUSES = Object.keys(MOVES) as readonly TaskStatus[]; // Object.keys forgets the literal keys

/** Statuses in which a task runs upstream: the tracker finds it by its row's due time, no job carries it on. */
export const TRACKED: readonly TaskStatus[] = ["submitted", "processing"];

/** Statuses in which a task takes one of its connection's parallel places. */
export const OCCUPYING: readonly TaskStatus[] = ["submitting", "submitted", "processing"];
