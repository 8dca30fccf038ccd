import { systemDb } from "#lib/db/client.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { LONGEST_WAIT_SECONDS } from "./next-attempt.ts";

/** Lower bound: a job is normally taken within seconds of being due; only what is this late has lost its job. */
const LATE_SECONDS = 60;
/** Upper bound: what is open for so long is one that no worker can carry out; its news is old. */
const OLD_DAYS = 3;
/** Per sweep; the next one is a minute away. */
const BATCH = 200;

type LostRow = { readonly deliveryId: string; readonly teamId: string; readonly attempts: number };

/** Makes a job for each delivery whose own was lost. Idempotent: a job that waits already is not made twice. */
export async function sweepDeliveries(queue: Queue): Promise<void> {
  const lost = await systemDb.$queryRaw<LostRow[]>`
    SELECT "id" AS "deliveryId", "teamId", "attempts" FROM "CallbackDelivery"
    WHERE "deliveredAt" IS NULL AND "givenUpAt" IS NULL
      AND "createdAt" > now() - make_interval(days => ${OLD_DAYS})
      AND "updatedAt" + make_interval(secs => ${LATE_SECONDS} + (${[...LONGEST_WAIT_SECONDS]}::float8[])["attempts" + 1]) < now()
    ORDER BY "createdAt" LIMIT ${BATCH}`;
  for (const delivery of lost) {
    await systemDb.$transaction((tx) => queue.enqueueCallback(tx, delivery));
  }
}
