import type { Principal } from "#lib/contract/permissions.ts";
import type { Webhook } from "#lib/contract/webhooks.ts";
import { db } from "#lib/db/client.ts";
import { webhookView } from "./webhook-view.ts";

/** The team's receivers, oldest first. */
export async function listWebhooks({ teamId }: Principal, now: Date): Promise<Webhook[]> {
  const rows = await db.webhook.findMany({ where: { teamId }, orderBy: { id: "asc" } });
  return rows.map((row) => webhookView(row, now));
}
