import { WEBHOOK_DELIVERIES_PER_PAGE } from "#lib/contract/webhook-events.ts";
import type { WebhookDelivery } from "#lib/contract/webhooks.ts";
import { db } from "#lib/db/client.ts";
import { findWebhookOrThrow, type OfWebhook } from "./find-webhook.ts";
import { deliveryView } from "./webhook-view.ts";

type Page = { deliveries: WebhookDelivery[]; nextCursor: string | null };

/**
 * A receiver's log, the newest first; `cursor` is the last one of the page before.
 * @throws AppError not_found
 */
export async function listWebhookDeliveries({
  cursor,
  ...wanted
}: OfWebhook & { readonly cursor?: string | undefined }): Promise<Page> {
  const { id: webhookId, teamId } = await findWebhookOrThrow(wanted);
  const rows = await db.webhookDelivery.findMany({
    where: { teamId, webhookId, ...(cursor !== undefined && { id: { lt: cursor } }) },
    orderBy: { id: "desc" },
    take: WEBHOOK_DELIVERIES_PER_PAGE + 1,
  });
  const shown = rows.slice(0, WEBHOOK_DELIVERIES_PER_PAGE);
  const nextCursor = rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null;
  return { deliveries: shown.map(deliveryView), nextCursor };
}
