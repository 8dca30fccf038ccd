import type { Connection } from "#lib/db/generated/client.ts";
import type { Provider } from "#lib/providers/provider.ts";
import type { Queue } from "#lib/queue/queue.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import type { Lease } from "#lib/tasks/hold-lease.ts";
import type { LeasedTask } from "#lib/tasks/leased-task.ts";
import type { StepChange } from "#lib/tasks/record-step.ts";

/** What every step handler works with. */
export type WorkerDeps = {
  readonly queue: Queue;
  readonly blobs: BlobStore;
  /** Null for a connection whose provider this version does not know. */
  readonly providerOf: (connection: Connection) => Provider | null;
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** Aborts when the worker is asked to end: begin nothing, hand back what takes long. */
  readonly stopping: AbortSignal;
  /** Aborts a little later: hand back everything. */
  readonly stoppingNow: AbortSignal;
};

/** One step of one task, under its lease. */
export type StepContext = {
  readonly task: LeasedTask;
  readonly lease: Lease;
  readonly deps: WorkerDeps;
  /** Writes what the step came to and gives the lease back; throws LeaseLost when somebody else holds the task. */
  readonly record: (change: StepChange) => Promise<void>;
};

/** Facts that the pure decisions ask for; `now` by the database's clock, by which `since` was written. */
export function clockOf({ task, deps }: StepContext, { since, now }: { since: Date; now: Date }) {
  const ageMs = now.getTime() - since.getTime();
  return { ageMs, failures: task.stepFailures + 1, random: deps.random() };
}
