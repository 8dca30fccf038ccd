import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import type { Webhook } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/shared/errors.ts";

/** A call that names one of the team's receivers. */
export type OfWebhook = { readonly caller: Principal; readonly webhookId: string };

/** @throws AppError not_found, also for a receiver of another team */
export async function findWebhookOrThrow({ caller, webhookId }: OfWebhook): Promise<Webhook> {
  const webhook = await db.webhook.findFirst({ where: { id: webhookId, teamId: caller.teamId } });
  if (webhook === null) throw new AppError("not_found", "There is no such webhook.");
  return webhook;
}

/** @throws AppError not_found; conflict for one that is switched off: what is sent to it would only wait */
export async function findEnabledWebhookOrThrow(wanted: OfWebhook): Promise<Webhook> {
  const webhook = await findWebhookOrThrow(wanted);
  if (!webhook.isEnabled) {
    throw new AppError("conflict", "This webhook is switched off.", { details: { reason: "disabled" } });
  }
  return webhook;
}
