import type { DraftSummary } from "#lib/contract/drafts.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { SUMMARY_COLUMNS, summaryOf } from "./draft-view.ts";
import { findDraftOrThrow } from "./find-draft.ts";

type TrashDraft = { readonly caller: Principal; readonly draftId: string };

/**
 * Moves a draft to the trash. Doing it twice is fine.
 * @throws AppError not_found; forbidden for another person's draft, unless the caller is an admin
 */
export function trashDraft(wanted: TrashDraft): Promise<DraftSummary> {
  return setTrashed(wanted, new Date());
}

/** Takes a draft out of the trash. Doing it twice is fine. @throws AppError not_found, forbidden */
export function restoreDraft(wanted: TrashDraft): Promise<DraftSummary> {
  return setTrashed(wanted, null);
}

async function setTrashed({ caller, draftId }: TrashDraft, trashedAt: Date | null): Promise<DraftSummary> {
  const { authorId } = await findDraftOrThrow({ caller, draftId });
  if (!can(caller, "draft.trash", { ownerId: authorId }))
    throw new AppError("forbidden", "Only its author or an admin may delete a draft.");
  const row = await db.draft.update({
    where: { teamId: caller.teamId, id: draftId },
    data: { trashedAt },
    select: SUMMARY_COLUMNS,
  });
  return summaryOf(row, caller);
}
