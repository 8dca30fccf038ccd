import { type Principal, reachOf } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { API_KEY_SELECT, type ApiKeyView, apiKeyView } from "./api-key-view.ts";

/** The keys that this member may manage, revoked ones included, newest first. */
export async function listApiKeys(member: Principal): Promise<ApiKeyView[]> {
  const onlyOwn = reachOf(member, "api_key.manage") === "own";
  const rows = await db.apiKey.findMany({
    where: { teamId: member.teamId, ...(onlyOwn ? { createdById: member.userId } : {}) },
    select: API_KEY_SELECT,
    orderBy: { id: "desc" },
  });
  return rows.map(apiKeyView);
}
