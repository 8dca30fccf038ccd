import {
  type DraftConflict,
  type DraftSummary,
  MAX_DRAFTS_OF_AUTHOR,
  type SaveDraft,
} from "#lib/contract/drafts.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { isUniqueViolation } from "#lib/db/unique-violation.ts";
import { AppError } from "#lib/shared/errors.ts";
import { draftOf, SUMMARY_COLUMNS, type SummaryRow, summaryOf } from "./draft-view.ts";
import { findDraftOrThrow, visibleTo } from "./find-draft.ts";

type Save = SaveDraft & { readonly caller: Principal; readonly draftId: string };

/**
 * Saves what a tool holds, if nobody has saved since the version that it was made from: of two at once exactly one wins.
 * Version 0 makes the draft under the id that the caller brings.
 * @throws AppError conflict with what is there now (`DraftConflict`), not_found for what the caller may not know of,
 * unprocessable when its author has too many
 */
export async function saveDraft(save: Save): Promise<DraftSummary> {
  const { caller } = save;
  const pictureId = await pictureOf(save);
  const saved = save.expectedVersion === 0 ? await make(save, pictureId) : await renew(save, pictureId);
  if (saved !== null) return summaryOf(saved, caller);
  const there = await findDraftOrThrow(save);
  const conflict: DraftConflict = { newer: there.trashedAt === null ? draftOf(there, caller) : null };
  throw new AppError(
    "conflict",
    conflict.newer === null ? "This draft was deleted." : "This draft was saved by somebody else meanwhile.",
    { details: conflict },
  );
}

/** The draft as it was made; null when there is one of this id, which the caller may know of or not. */
async function make(save: Save, pictureId: string | null): Promise<SummaryRow | null> {
  const { caller, draftId: id, tool, state, words, name = "", visibility = "private" } = save;
  const { teamId, userId } = caller;
  const there = await db.draft.count({ where: { teamId, authorId: userId, trashedAt: null } });
  if (there >= MAX_DRAFTS_OF_AUTHOR)
    throw new AppError("unprocessable", `You have ${there} drafts; delete some first.`, {
      details: { reason: "too_many_drafts" },
    });
  const people = { authorId: userId, editorId: userId };
  try {
    return await db.draft.create({
      data: { id, teamId, ...people, tool, state: asJson(state), words, pictureId, name, visibility },
      select: SUMMARY_COLUMNS,
    });
  } catch (error) {
    if (isUniqueViolation(error, "id")) return null;
    throw error;
  }
}

/** The draft as it was saved, in one statement, so that nobody comes in between; null when it is not at that version. */
async function renew(save: Save, pictureId: string | null): Promise<SummaryRow | null> {
  const { caller, draftId, expectedVersion, tool, state, words } = save;
  const { teamId, userId } = caller;
  const [saved] = await db.draft.updateManyAndReturn({
    where: { ...visibleTo(caller), teamId, id: draftId, version: expectedVersion, trashedAt: null },
    data: {
      tool,
      state: asJson(state),
      words,
      pictureId,
      editorId: userId,
      version: { increment: 1 },
      savedAt: new Date(),
    },
    select: SUMMARY_COLUMNS,
  });
  return saved ?? null;
}

/** A picture that is not the team's is not shown in its lists. */
async function pictureOf({ caller, pictureId }: Save): Promise<string | null> {
  if (pictureId === null) return null;
  const found = await db.asset.findFirst({
    where: { teamId: caller.teamId, id: pictureId, removedAt: null },
    select: { id: true },
  });
  return found?.id ?? null;
}

/** The contract has made sure of it; Prisma's type of JSON has no `null` inside. */
function asJson(state: SaveDraft["state"]): Prisma.InputJsonObject {
  return state as Prisma.InputJsonObject;
}
