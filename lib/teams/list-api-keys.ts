import { type Principal, reachOf } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { API_KEY_SELECT, type ApiKeyView, apiKeyView } from "./api-key-view.ts";

/** The keys that this member may manage, revoked ones included, newest first. */
export async function listApiKeys(member: Principal): Promise<ApiKeyView[]> {
  const { teamId } = member;
  const onlyOwn = reachOf(member, "api_key.manage") === "own";
  const rows = await db.apiKey.findMany({
    where: { teamId, ...(onlyOwn ? { createdById: member.userId } : {}) },
    select: API_KEY_SELECT,
    orderBy: { id: "desc" },
  });
  const budgets = await db.budget.findMany({
    where: { teamId, scope: "key", subjectId: { in: rows.map(({ id }) => id) } },
  });
  const budgetOf = new Map(budgets.map((budget) => [budget.subjectId, budget]));
  return rows.map((row) => apiKeyView(row, budgetOf.get(row.id)));
}
