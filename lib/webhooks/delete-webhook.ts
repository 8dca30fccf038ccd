import { db } from "#lib/db/client.ts";
import { findWebhookOrThrow, type OfWebhook } from "./find-webhook.ts";

/**
 * Removes a receiver with its log; what waited for it is not sent any more.
 * @throws AppError not_found
 */
export async function deleteWebhook(wanted: OfWebhook): Promise<void> {
  const { id, teamId } = await findWebhookOrThrow(wanted);
  await db.webhook.deleteMany({ where: { id, teamId } });
}
