import { type SystemTransaction, systemDb } from "#lib/db/client.ts";
import type { Webhook } from "#lib/db/generated/client.ts";
import { resultLinkTo } from "#lib/tasks/result-link.ts";
import { attemptFields } from "./attempt-fields.ts";
import type { Attempt, Outbox } from "./outbox.ts";
import { messageBody } from "./webhook-message.ts";
import { webhookSecretsOf } from "./webhook-secrets.ts";

/** A receiver that has only failed for so long is told no more until somebody looks at it. */
const FAILING_LIMIT_MS = 5 * 24 * 60 * 60 * 1000;

/**
 * Events for a team's own receivers. Each receiver is a group of its own, so that one that hangs delays no other. What waits for a
 * receiver that is switched off stays: the sweeper sends it once somebody switches it on again.
 */
export const webhookOutbox: Outbox = {
  async open(deliveryId, now) {
    const delivery = await systemDb.webhookDelivery.findFirst({
      where: { id: deliveryId, deliveredAt: null, givenUpAt: null, webhook: { isEnabled: true } },
      include: { webhook: true },
    });
    if (delivery === null) return { type: "over" };
    const { messageId, webhookId: groupId, body, attempts, webhook } = delivery;
    const { throttledUntil, url } = webhook;
    if (throttledUntil !== null && throttledUntil > now) {
      const delayMs = throttledUntil.getTime() - now.getTime();
      await systemDb.webhookDelivery.updateMany({
        where: { id: deliveryId, attempts },
        data: { nextAttemptAt: throttledUntil },
      });
      return { type: "pausing", delayMs, message: { groupId, attempts } };
    }
    const secrets = webhookSecretsOf(webhook, now);
    const text = messageBody(body, (assetId) => resultLinkTo(assetId, now));
    return { type: "open", message: { deliveryId, messageId, url, body: text, secrets, groupId, attempts } };
  },
  async record(tx, { deliveryId, groupId, attempts }, attempt) {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: deliveryId, attempts, deliveredAt: null, givenUpAt: null },
      data: attemptFields(attempt),
    });
    if (count > 0) await noteHealth(tx, groupId, attempt);
    return count > 0;
  },
};

async function noteHealth(tx: SystemTransaction, webhookId: string, attempt: Attempt): Promise<void> {
  const webhook = await tx.webhook.findUnique({ where: { id: webhookId } });
  const data = webhook === null ? null : healthAfter(webhook, attempt);
  if (data !== null) await tx.webhook.updateMany({ where: { id: webhookId }, data });
}

type Health = Pick<Webhook, "isEnabled" | "disabledReason" | "failingSince" | "throttledUntil">;

/** What an attempt says of its receiver; null when it says nothing new. */
function healthAfter(
  { failingSince, throttledUntil }: Health,
  { next, now }: Attempt,
): Partial<Health> | null {
  if (next.type === "delivered") {
    if (failingSince === null && throttledUntil === null) return null;
    return { failingSince: null, throttledUntil: null };
  }
  if (next.type === "given_up" && next.gone) return { isEnabled: false, disabledReason: "gone" };
  const since = failingSince ?? now;
  if (now.getTime() - since.getTime() >= FAILING_LIMIT_MS)
    return { isEnabled: false, disabledReason: "failing" };
  const pauseMs = next.type === "again" ? next.pauseMs : 0;
  return { failingSince: since, ...(pauseMs > 0 && { throttledUntil: new Date(now.getTime() + pauseMs) }) };
}
