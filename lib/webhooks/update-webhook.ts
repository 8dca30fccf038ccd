import { appendAudit } from "#lib/audit/append-audit.ts";
import type { UpdateWebhook, Webhook } from "#lib/contract/webhooks.ts";
import { db } from "#lib/db/client.ts";
import { findWebhookOrThrow, type OfWebhook } from "./find-webhook.ts";
import { webhookView } from "./webhook-view.ts";

type Wanted = OfWebhook & UpdateWebhook & { readonly now: Date };

/**
 * Changes what a receiver is told, or switches it off and on. Switched on, it begins with a clean record, and the sweeper sends what
 * waited for it.
 * @throws AppError not_found
 */
export async function updateWebhook({ now, events, isEnabled, ...wanted }: Wanted): Promise<Webhook> {
  const { id, teamId } = await findWebhookOrThrow(wanted);
  const data = {
    ...(events !== undefined && { events: [...new Set(events)] }),
    ...(isEnabled !== undefined && { isEnabled, disabledReason: null }),
    ...(isEnabled === true && { failingSince: null, throttledUntil: null }),
  };
  const fields = [
    ...(events === undefined ? [] : ["events"]),
    ...(isEnabled === undefined ? [] : ["isEnabled"]),
  ];
  await db.$transaction(async (tx) => {
    await tx.webhook.updateMany({ where: { id, teamId }, data });
    await appendAudit(tx, { teamId, action: "webhook.changed", objectId: id, details: { fields } });
  });
  return webhookView(await findWebhookOrThrow(wanted), now);
}
