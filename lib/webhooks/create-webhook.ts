import { appendAudit } from "#lib/audit/append-audit.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { MAX_WEBHOOKS_PER_TEAM } from "#lib/contract/webhook-events.ts";
import type { CreateWebhook, NewWebhook } from "#lib/contract/webhooks.ts";
import { parseOutboundUrl } from "#lib/net/outbound-url.ts";
import { AppError } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";
import { withTeamLock } from "#lib/teams/with-team-lock.ts";
import { newWebhookSecret, sealWebhookSecret } from "./webhook-secrets.ts";
import { webhookView } from "./webhook-view.ts";

type Wanted = CreateWebhook & { readonly caller: Principal; readonly now: Date };

/**
 * Adds a receiver; its secret is in the answer and nowhere else. The address is judged again before each call: its name may lead
 * elsewhere by then.
 * @throws AppError invalid_request for an address that may not be called, conflict when the team has too many receivers
 */
export async function createWebhook({ caller, url, events, now }: Wanted): Promise<NewWebhook> {
  const { teamId, userId } = caller;
  const { href, host } = parseOutboundUrl(url, []);
  const id = newId("webhook");
  const secret = newWebhookSecret();
  const row = await withTeamLock(teamId, async (tx) => {
    if ((await tx.webhook.count({ where: { teamId } })) >= MAX_WEBHOOKS_PER_TEAM) {
      throw new AppError("conflict", `A team has at most ${MAX_WEBHOOKS_PER_TEAM} webhooks.`, {
        details: { reason: "too_many" },
      });
    }
    const secretSealed = sealWebhookSecret(secret, { id, teamId });
    const data = { id, teamId, createdById: userId, url: href, events: [...new Set(events)], secretSealed };
    const made = await tx.webhook.create({ data });
    const details = { host, events: data.events };
    await appendAudit(tx, { teamId, action: "webhook.created", objectId: id, details });
    return made;
  });
  return { ...webhookView(row, now), secret };
}
