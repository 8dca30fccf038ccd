import { systemDb } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";

/** What stays overdue this long is what no worker can carry on, or whose upstream is away for long. */
const STUCK_SECONDS = 600;

type Stuck = {
  readonly connectionId: string;
  readonly status: string;
  readonly tasks: number;
  readonly oldestId: string;
  readonly lateSeconds: number;
};

/** Tells the operator, in the log: a line for each connection and status, however many tasks it is about. */
export async function reportStuck(): Promise<void> {
  const stuck = await systemDb.$queryRaw<Stuck[]>`
    SELECT "connectionId", "status", count(*)::int AS "tasks", min("id") AS "oldestId",
      max(extract(epoch FROM now() - greatest("nextStepAt", "leaseUntil")))::float8 AS "lateSeconds"
    FROM "Task"
    WHERE "status" IN ('queued', 'submitting', 'submitted', 'processing', 'archiving')
      AND greatest("nextStepAt", "leaseUntil") < now() - make_interval(secs => ${STUCK_SECONDS})
    GROUP BY 1, 2`;
  for (const row of stuck) log.error(row, "tasks are stuck");
}
