import { systemDb } from "#lib/db/client.ts";
import { gather } from "#lib/shared/gather.ts";
import type { TrackedTask } from "./tracked-task.ts";

/** A look that brought nothing to tell. */
export type PutOffLook = {
  readonly task: Pick<TrackedTask, "id" | "fence" | "nextStepAt">;
  readonly delayMs: number;
  /** Looks in a row that got no answer. */
  readonly failures: number;
};

/**
 * Gives the leases of many tasks back and sets their next looks, in one statement with whoever asks for it at the same time,
 * and without an event: nobody sees a difference. A task that another tracker holds by now is left alone; one that was
 * hinted at meanwhile stays due.
 */
export async function putOffLooks(looks: readonly PutOffLook[]): Promise<void> {
  if (looks.length > 0) await putOffTogether(looks);
}

const putOffTogether = gather<readonly PutOffLook[], void>({
  laneOf: () => "looks",
  maxItems: 500,
  async work(many) {
    await write(many.flat());
    return many.map(() => ({ status: "fulfilled", value: undefined }));
  },
});

async function write(looks: readonly PutOffLook[]): Promise<void> {
  const rows = looks.map(({ task: { id, fence, nextStepAt }, delayMs, failures }) => ({
    id,
    fence,
    wasDue: nextStepAt,
    delayMs,
    failures,
  }));
  await systemDb.$executeRaw`
    UPDATE "Task" AS task SET "leaseUntil" = NULL, "stepFailures" = look."failures",
      "nextStepAt" = CASE WHEN task."nextStepAt" IS DISTINCT FROM look."wasDue" THEN task."nextStepAt"
        ELSE now() + make_interval(secs => look."delayMs" / 1000.0) END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS look ("id" text, "fence" int, "wasDue" timestamptz(3), "delayMs" int, "failures" int)
    WHERE task."id" = look."id" AND task."fence" = look."fence" AND task."status" IN ('submitted', 'processing')`;
}
