import { TEST_EVENT } from "#lib/contract/webhook-events.ts";
import type { WebhookDelivery } from "#lib/contract/webhooks.ts";
import { db } from "#lib/db/client.ts";
import { producerQueue } from "#lib/queue/queue.ts";
import { findEnabledWebhookOrThrow, type OfWebhook } from "./find-webhook.ts";
import { recordOne } from "./record-webhook-messages.ts";
import { deliveryView } from "./webhook-view.ts";

/**
 * Sends a receiver an event that means nothing; what came of it is in the log.
 * @throws AppError not_found, conflict for one that is switched off
 */
export async function testWebhook({
  now,
  ...wanted
}: OfWebhook & { readonly now: Date }): Promise<WebhookDelivery> {
  const { id: webhookId, teamId } = await findEnabledWebhookOrThrow(wanted);
  const event = { type: TEST_EVENT, taskId: null, at: now, data: { webhookId } } as const;
  const queue = await producerQueue();
  return db.$transaction(async (tx) => {
    const id = await recordOne(tx, { teamId, webhookId, event, queue });
    return deliveryView(await tx.webhookDelivery.findFirstOrThrow({ where: { id, teamId } }));
  });
}
