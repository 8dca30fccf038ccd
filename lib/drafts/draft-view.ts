import type { DraftSummary, DraftVisibility, KeptDraft } from "#lib/contract/drafts.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

const PERSON = { select: { id: true, name: true } } as const;

/** All of a draft but what is in it. */
export const SUMMARY_COLUMNS = {
  id: true,
  teamId: true,
  tool: true,
  name: true,
  words: true,
  pictureId: true,
  visibility: true,
  version: true,
  authorId: true,
  author: PERSON,
  editor: PERSON,
  savedAt: true,
  trashedAt: true,
} as const satisfies Prisma.DraftSelect;

export const DRAFT_COLUMNS = { ...SUMMARY_COLUMNS, state: true } as const satisfies Prisma.DraftSelect;

export type SummaryRow = Prisma.DraftGetPayload<{ select: typeof SUMMARY_COLUMNS }>;
export type DraftRow = Prisma.DraftGetPayload<{ select: typeof DRAFT_COLUMNS }>;

/** A draft as this caller sees it in a list. */
export function summaryOf(row: SummaryRow, caller: Principal): DraftSummary {
  const object = { ownerId: row.authorId };
  return {
    id: row.id,
    tool: row.tool,
    name: row.name,
    words: row.words,
    pictureId: row.pictureId,
    visibility: row.visibility as DraftVisibility, // the column holds nothing else
    version: row.version,
    author: personOf(row.author),
    editor: personOf(row.editor),
    savedAt: row.savedAt.toISOString(),
    isTrashed: row.trashedAt !== null,
    mayEdit: can(caller, "draft.edit", object),
    mayShare: can(caller, "draft.share", object),
    mayTrash: can(caller, "draft.trash", object),
  };
}

export function draftOf(row: DraftRow, caller: Principal): KeptDraft {
  const state = row.state as KeptDraft["state"]; // JSON either way; the two libraries name it differently
  return { ...summaryOf(row, caller), state };
}

function personOf(user: { id: string; name: string } | null) {
  return user && { userId: user.id, name: user.name };
}
