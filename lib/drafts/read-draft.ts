import type { KeptDraft } from "#lib/contract/drafts.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { AppError } from "#lib/shared/errors.ts";
import { getDraft } from "./get-draft.ts";

/** For pages: the draft that an address names, or null for whatever this caller may not know of. */
export async function readDraft(wanted: {
  readonly caller: Principal;
  readonly draftId: string;
}): Promise<KeptDraft | null> {
  try {
    return await getDraft(wanted);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
