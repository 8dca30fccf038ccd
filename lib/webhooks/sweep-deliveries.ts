import { systemDb } from "#lib/db/client.ts";
import type { Queue } from "#lib/queue/queue.ts";

/** Lower bound: a job is normally taken within seconds of being due; only what is this late has lost its job. */
const LATE_SECONDS = 60;
/** Upper bound: what is open for so long is one that no worker can carry out, or whose receiver is switched off; its news is old. */
const OLD_DAYS = 7;
/** Per sweep; the next one is a minute away. */
const BATCH = 200;
/** How long the log of what a team's receivers were told is kept. */
const LOG_DAYS = 30;

type LostRow = { readonly deliveryId: string; readonly groupId: string; readonly attempts: number };

/**
 * Makes a job for each delivery whose own was lost, or whose receiver was switched on again. Idempotent: a job that waits already is
 * not made twice.
 */
export async function sweepDeliveries(queue: Queue): Promise<void> {
  const lost = await systemDb.$queryRaw<LostRow[]>`
    SELECT "id" AS "deliveryId", "teamId" AS "groupId", "attempts", "nextAttemptAt" FROM "CallbackDelivery"
    WHERE "nextAttemptAt" < now() - make_interval(secs => ${LATE_SECONDS})
      AND "deliveredAt" IS NULL AND "givenUpAt" IS NULL AND "createdAt" > now() - make_interval(days => ${OLD_DAYS})
    UNION ALL
    SELECT message."id", message."webhookId", message."attempts", message."nextAttemptAt"
    FROM "WebhookDelivery" AS message JOIN "Webhook" AS webhook ON webhook."id" = message."webhookId"
    WHERE message."nextAttemptAt" < now() - make_interval(secs => ${LATE_SECONDS}) AND webhook."isEnabled"
      AND message."deliveredAt" IS NULL AND message."givenUpAt" IS NULL
      AND message."createdAt" > now() - make_interval(days => ${OLD_DAYS})
    ORDER BY "nextAttemptAt" LIMIT ${BATCH}`;
  for (const { deliveryId, groupId, attempts } of lost) {
    await systemDb.$transaction((tx) => queue.enqueueDelivery(tx, { deliveryId, groupId, attempts }));
  }
}

/** Forgets what the log no longer shows. */
export async function forgetOldMessages(): Promise<void> {
  await systemDb.$executeRaw`
    DELETE FROM "WebhookDelivery" WHERE "createdAt" < now() - make_interval(days => ${LOG_DAYS})`;
}
