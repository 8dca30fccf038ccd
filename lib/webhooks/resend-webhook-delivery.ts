import type { WebhookDelivery } from "#lib/contract/webhooks.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { producerQueue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";
import { findEnabledWebhookOrThrow, type OfWebhook } from "./find-webhook.ts";
import { deliveryView } from "./webhook-view.ts";

type Wanted = OfWebhook & { readonly deliveryId: string; readonly now: Date };

/**
 * Sends a message again, as a new line of the log under the same message id; the old line is not tried any more. The address is
 * judged anew, as before every call.
 * @throws AppError not_found, conflict for a receiver that is switched off
 */
export async function resendWebhookDelivery({
  deliveryId,
  now,
  ...wanted
}: Wanted): Promise<WebhookDelivery> {
  const { id: webhookId, teamId } = await findEnabledWebhookOrThrow(wanted);
  const queue = await producerQueue();
  return db.$transaction(async (tx) => {
    const old = await tx.webhookDelivery.findFirst({ where: { id: deliveryId, teamId, webhookId } });
    if (old === null) throw new AppError("not_found", "There is no such delivery.");
    await tx.webhookDelivery.updateMany({
      where: { id: deliveryId, teamId, deliveredAt: null, givenUpAt: null },
      data: { givenUpAt: now, nextAttemptAt: null },
    });
    const id = newId("webhookDelivery");
    const { messageId, type, taskId } = old;
    const body = old.body as Prisma.InputJsonObject; // what was read is what may be written
    const fresh = await tx.webhookDelivery.create({
      data: { id, teamId, webhookId, messageId, type, taskId, body, nextAttemptAt: now },
    });
    await queue.enqueueDelivery(tx, { deliveryId: id, groupId: webhookId, attempts: 0 });
    return deliveryView(fresh);
  });
}
