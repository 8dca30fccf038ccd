import type { Client } from "pg";

/** What waits for a person after a restore. */
export type Quarantine = { readonly connections: number; readonly tasks: number };

/**
 * Restoring never spends money. Between the backup and now, orders may have been sent that the backup still has as waiting:
 * so every connection is paused until a person resumes it, and every order that was on its way counts as sent once. It is then
 * looked up upstream by its id before anything is sent, like after any lost answer; where that cannot be done (classes B
 * and C) it goes to `unknown`, and a person decides. What upstream had accepted is followed and fetched at once: that
 * costs nothing.
 */
export async function enterQuarantine(client: Client): Promise<Quarantine> {
  const connections = await client.query(`
    UPDATE "Connection" SET "pausedAt" = now(), "pauseReason" = '{"by": "restore"}' WHERE "pausedAt" IS NULL`);
  const tasks = await client.query(`
    UPDATE "Task" SET "submitCalls" = greatest("submitCalls", 1), "calledAt" = now()
    WHERE "status" IN ('queued', 'submitting')`);
  return { connections: connections.rowCount ?? 0, tasks: tasks.rowCount ?? 0 };
}
