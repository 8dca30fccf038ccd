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
  await db.webhook.updateMany({
    where: { id, teamId },
    data: {
      ...(events !== undefined && { events: [...new Set(events)] }),
      ...(isEnabled !== undefined && { isEnabled, disabledReason: null }),
      ...(isEnabled === true && { failingSince: null, throttledUntil: null }),
    },
  });
  return webhookView(await findWebhookOrThrow(wanted), now);
}
