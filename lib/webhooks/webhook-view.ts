import type { WebhookDelivery as DeliveryView, Webhook as WebhookView } from "#lib/contract/webhooks.ts";
import type { Webhook, WebhookDelivery } from "#lib/db/generated/client.ts";

/** A receiver as its team may see it: never its secret. */
export function webhookView(row: Webhook, now: Date): WebhookView {
  const { id, url, isEnabled, failingSince, oldSecretDies, createdAt } = row;
  return {
    id,
    url,
    isEnabled,
    events: row.events as WebhookView["events"], // written from a checked list, and so is the reason
    disabledReason: row.disabledReason as WebhookView["disabledReason"],
    failingSince: failingSince?.toISOString() ?? null,
    oldSecretDies: oldSecretDies !== null && oldSecretDies > now ? oldSecretDies.toISOString() : null,
    createdAt: createdAt.toISOString(),
  };
}

/** One line of a receiver's log; what was told is not shown, because the task's own page tells it better. */
export function deliveryView(row: WebhookDelivery): DeliveryView {
  const { id, messageId, taskId, attempts, lastStatus, lastError } = row;
  return {
    id,
    messageId,
    type: row.type as DeliveryView["type"], // only known events are recorded
    taskId,
    attempts,
    lastStatus,
    lastError,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    givenUpAt: row.givenUpAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
