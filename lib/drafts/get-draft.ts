import type { KeptDraft } from "#lib/contract/drafts.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { AppError } from "#lib/shared/errors.ts";
import { draftOf } from "./draft-view.ts";
import { findDraftOrThrow } from "./find-draft.ts";

type GetDraft = { readonly caller: Principal; readonly draftId: string };

/** @throws AppError not_found: of another team, another person's private one, or in the trash */
export async function getDraft(wanted: GetDraft): Promise<KeptDraft> {
  const row = await findDraftOrThrow(wanted);
  if (row.trashedAt !== null) throw new AppError("not_found", "This draft was deleted.");
  return draftOf(row, wanted.caller);
}
