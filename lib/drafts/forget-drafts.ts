import { TRASHED_DRAFT_DAYS } from "#lib/contract/drafts.ts";
import { systemDb } from "#lib/db/client.ts";

/** Deletes for good what has been in the trash for so long, of every team. */
export async function forgetTrashedDrafts(): Promise<void> {
  await systemDb.$executeRaw`
    DELETE FROM "Draft" WHERE "trashedAt" < now() - make_interval(days => ${TRASHED_DRAFT_DAYS})`;
}
