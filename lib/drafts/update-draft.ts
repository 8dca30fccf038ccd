import type { DraftSummary, UpdateDraft } from "#lib/contract/drafts.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { SUMMARY_COLUMNS, summaryOf } from "./draft-view.ts";
import { findDraftOrThrow, visibleTo } from "./find-draft.ts";

type Update = UpdateDraft & { readonly caller: Principal; readonly draftId: string };

/**
 * Renames a draft or changes who sees it; what is in it, and its version, stay.
 * @throws AppError not_found; forbidden when somebody else's draft would be shared or taken away from the team
 */
export async function updateDraft({ caller, draftId, name, visibility }: Update): Promise<DraftSummary> {
  const before = await findDraftOrThrow({ caller, draftId });
  if (before.trashedAt !== null) throw new AppError("not_found", "This draft was deleted.");
  const isShared = visibility !== undefined && visibility !== before.visibility;
  if (isShared && !can(caller, "draft.share", { ownerId: before.authorId }))
    throw new AppError("forbidden", "Only its author decides who sees a draft.");
  const { teamId } = caller;
  const [row] = await db.draft.updateManyAndReturn({
    where: { ...visibleTo(caller), teamId, id: draftId, trashedAt: null },
    data: { ...(name !== undefined && { name }), ...(visibility !== undefined && { visibility }) },
    select: SUMMARY_COLUMNS,
  });
  if (row === undefined) throw new AppError("not_found", "There is no such draft.");
  return summaryOf(row, caller);
}
