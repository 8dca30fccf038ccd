import type { TEST_EVENT, WebhookEvent } from "#lib/contract/webhook-events.ts";
import type { SqlTransaction } from "#lib/db/pipeline.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import type { WebhookMessage } from "./webhook-message.ts";

type Told = {
  readonly type: WebhookEvent | typeof TEST_EVENT;
  readonly taskId: string | null;
  readonly at: Date;
  readonly data: WebhookMessage["data"];
};

type Messages = { readonly teamId: string; readonly told: readonly Told[]; readonly queue: Queue };

/**
 * Records one delivery for each event and each receiver of the team that asked for it, with its job, in the transaction of the event
 * itself: told exactly when it happened, whatever dies afterwards.
 */
export async function recordWebhookMessages(
  tx: SqlTransaction,
  { teamId, told, queue }: Messages,
): Promise<void> {
  if (told.length === 0) return;
  const webhooks = await tx.$queryRaw<{ id: string; events: string[] }[]>`
    SELECT "id", "events" FROM "Webhook" WHERE "teamId" = ${teamId} AND "isEnabled" ORDER BY "id"`;
  for (const event of told) {
    for (const { id: webhookId, events } of webhooks) {
      if (events.includes(event.type)) await recordOne(tx, { teamId, webhookId, event, queue });
    }
  }
}

type One = {
  readonly teamId: string;
  readonly webhookId: string;
  readonly event: Told;
  readonly queue: Queue;
};

/**
 * One message for one receiver, whatever it subscribed to.
 * @returns the delivery's id
 */
export async function recordOne(
  tx: SqlTransaction,
  { teamId, webhookId, event, queue }: One,
): Promise<string> {
  const { type, taskId, at, data } = event;
  const id = newId("webhookDelivery");
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data } satisfies WebhookMessage);
  await tx.$executeRaw`
    INSERT INTO "WebhookDelivery"
      ("id", "teamId", "webhookId", "messageId", "type", "taskId", "body", "nextAttemptAt", "updatedAt")
    VALUES (${id}, ${teamId}, ${webhookId}, ${id}, ${type}, ${taskId}, ${body}::jsonb, now(), now())`;
  await queue.enqueueDelivery(tx, { deliveryId: id, groupId: webhookId, attempts: 0 });
  return id;
}
