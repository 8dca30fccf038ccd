import { systemDb } from "#lib/db/client.ts";
import { LeaseLost } from "./hold-lease.ts";
import type { LeasedTask } from "./leased-task.ts";

/**
 * Writes down that a create is about to be sent, before it is: after a crash this is how we know that one may have
 * arrived.
 * @throws LeaseLost when another worker holds the task by now
 */
export async function noteSubmitCall({
  id,
  fence,
  submitCalls,
}: Pick<LeasedTask, "id" | "fence" | "submitCalls">): Promise<void> {
  const noted = await systemDb.$executeRaw`
    UPDATE "Task" SET "submitCalls" = ${submitCalls + 1}, "calledAt" = now(), "updatedAt" = now()
    WHERE "id" = ${id} AND "fence" = ${fence} AND "status" = 'submitting'`;
  if (noted === 0) throw new LeaseLost(id);
}

/** Since the last create of this task was sent, by the database's clock: ours may be wrong. Null when none was noted. */
export async function sinceCallMs(taskId: string): Promise<number | null> {
  const [row] = await systemDb.$queryRaw<{ sinceMs: number | null }[]>`
    SELECT (extract(epoch FROM now() - "calledAt") * 1000)::float8 AS "sinceMs" FROM "Task" WHERE "id" = ${taskId}`;
  return row?.sinceMs ?? null;
}
