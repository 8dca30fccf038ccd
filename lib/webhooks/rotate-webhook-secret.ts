import { appendAudit } from "#lib/audit/append-audit.ts";
import { OLD_SECRET_HOURS } from "#lib/contract/webhook-events.ts";
import type { NewWebhook } from "#lib/contract/webhooks.ts";
import { db } from "#lib/db/client.ts";
import { findWebhookOrThrow, type OfWebhook } from "./find-webhook.ts";
import { newWebhookSecret, sealWebhookSecret, webhookSecretsOf } from "./webhook-secrets.ts";
import { webhookView } from "./webhook-view.ts";

const HOUR_MS = 60 * 60 * 1000;

/**
 * Gives a receiver a new secret, which is in the answer and nowhere else. The one of today signs along for a day; again within that
 * day, the one of yesterday is forgotten.
 * @throws AppError not_found
 */
export async function rotateWebhookSecret({
  now,
  ...wanted
}: OfWebhook & { readonly now: Date }): Promise<NewWebhook> {
  const webhook = await findWebhookOrThrow(wanted);
  const { id, teamId } = webhook;
  const [old] = webhookSecretsOf(webhook, now);
  const secret = newWebhookSecret();
  const data = {
    secretSealed: sealWebhookSecret(secret, webhook),
    oldSecretSealed: sealWebhookSecret(old, webhook, "oldSecret"),
    oldSecretDies: new Date(now.getTime() + OLD_SECRET_HOURS * HOUR_MS),
  };
  const details = { host: new URL(webhook.url).host };
  await db.$transaction(async (tx) => {
    await tx.webhook.updateMany({ where: { id, teamId }, data });
    await appendAudit(tx, { teamId, action: "webhook.secret_rotated", objectId: id, details });
  });
  return { ...webhookView(await findWebhookOrThrow(wanted), now), secret };
}
