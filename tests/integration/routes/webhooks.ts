import { systemDb } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";
import { newWebhookSecret, sealWebhookSecret } from "#lib/webhooks/webhook-secrets.ts";
import type { TestTeam } from "./world.ts";

/** A receiver of the team; nothing is ever sent to it, because no worker runs. */
export async function makeWebhook({ teamId, canary }: TestTeam): Promise<{ webhookId: string }> {
  await systemDb.webhook.deleteMany({ where: { teamId } }); // a team may have only so many
  const id = newId("webhook");
  const secretSealed = sealWebhookSecret(newWebhookSecret(), { id, teamId });
  const url = `https://${canary}.example.com/`;
  await systemDb.webhook.create({ data: { id, teamId, url, events: ["task.failed"], secretSealed } });
  return { webhookId: id };
}

export async function makeMessage(team: TestTeam): Promise<{ webhookId: string; deliveryId: string }> {
  const { webhookId } = await makeWebhook(team);
  const id = newId("webhookDelivery");
  const body = { type: "task.failed", timestamp: new Date().toISOString(), data: { taskId: team.canary } };
  await systemDb.webhookDelivery.create({
    data: { id, teamId: team.teamId, webhookId, messageId: id, type: body.type, body },
  });
  return { webhookId, deliveryId: id };
}
