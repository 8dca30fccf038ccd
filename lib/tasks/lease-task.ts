import type { TaskStatus } from "#lib/contract/task-status.ts";
import { systemDb } from "#lib/db/client.ts";
import { LEASE_SECONDS, type LeasedTask, readLeased } from "./leased-task.ts";

/**
 * Takes the lease of a task that is in one of these statuses and that nobody holds. Raises the fence, so that every
 * write of an earlier holder from now on touches no row.
 * @returns null when there is nothing to do: another worker has it, or it moved on
 */
export async function leaseTask(taskId: string, statuses: readonly TaskStatus[]): Promise<LeasedTask | null> {
  const leased = await systemDb.$executeRaw`
    UPDATE "Task" SET "fence" = "fence" + 1, "leaseUntil" = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE "id" = ${taskId} AND "status" = ANY(${[...statuses]})
      AND ("leaseUntil" IS NULL OR "leaseUntil" < now())`;
  return leased === 0 ? null : readLeased(taskId);
}
