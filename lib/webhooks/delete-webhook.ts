import { appendAudit } from "#lib/audit/append-audit.ts";
import { db } from "#lib/db/client.ts";
import { findWebhookOrThrow, type OfWebhook } from "./find-webhook.ts";

/**
 * Removes a receiver with its log; what waited for it is not sent any more.
 * @throws AppError not_found
 */
export async function deleteWebhook(wanted: OfWebhook): Promise<void> {
  const { id, teamId, url } = await findWebhookOrThrow(wanted);
  const details = { host: new URL(url).host };
  await db.$transaction(async (tx) => {
    const { count } = await tx.webhook.deleteMany({ where: { id, teamId } });
    if (count > 0) await appendAudit(tx, { teamId, action: "webhook.removed", objectId: id, details });
  });
}
