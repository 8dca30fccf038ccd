import type { Principal } from "#lib/contract/permissions.ts";
import { type Db, db, type Transaction } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { DRAFT_COLUMNS, type DraftRow } from "./draft-view.ts";

type Wanted = { readonly caller: Principal; readonly draftId: string };

/** What this caller may know of: their own drafts, and what is shared with their team. */
export function visibleTo({ teamId, userId }: Principal) {
  return {
    teamId,
    OR: [{ visibility: "team" }, { authorId: userId }],
  } satisfies Prisma.DraftWhereInput;
}

/**
 * The draft, also one in the trash.
 * @throws AppError not_found, also for a draft of another team and for another person's private one
 */
export async function findDraftOrThrow(
  { caller, draftId }: Wanted,
  client: Db | Transaction = db,
): Promise<DraftRow> {
  const found = await client.draft.findFirst({
    where: { ...visibleTo(caller), teamId: caller.teamId, id: draftId },
    select: DRAFT_COLUMNS,
  });
  if (found !== null) return found;
  throw new AppError("not_found", "There is no such draft.");
}
