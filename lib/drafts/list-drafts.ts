import { type DraftSummary, MAX_LISTED_DRAFTS } from "#lib/contract/drafts.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { SUMMARY_COLUMNS, summaryOf } from "./draft-view.ts";
import { visibleTo } from "./find-draft.ts";

/** One's own drafts and the team's shared ones, the last saved first; without what is in them. */
export async function listDrafts({ caller }: { readonly caller: Principal }): Promise<DraftSummary[]> {
  const rows = await db.draft.findMany({
    where: { ...visibleTo(caller), teamId: caller.teamId, trashedAt: null },
    select: SUMMARY_COLUMNS,
    orderBy: { savedAt: "desc" },
    take: MAX_LISTED_DRAFTS,
  });
  return rows.map((row) => summaryOf(row, caller));
}
