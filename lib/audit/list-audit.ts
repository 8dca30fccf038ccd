import type { AuditChain, AuditFilter, AuditPage } from "#lib/contract/audit.ts";
import { db } from "#lib/db/client.ts";
import { listActors, nameEntries } from "./name-entries.ts";
import { chainedEntryOf } from "./read-chain.ts";
import { verifyStoredChain } from "./verify-stored-chain.ts";

type ListAudit = AuditFilter & {
  readonly teamId: string;
  readonly cursor?: number | undefined;
  readonly limit: number;
};

/** A page of a team's log, newest first; by keyset, so that what is written meanwhile moves nothing. */
export async function listAudit({ teamId, cursor, limit, actor, action }: ListAudit): Promise<AuditPage> {
  const rows = await db.auditEntry.findMany({
    where: {
      teamId,
      ...(cursor !== undefined && { seq: { lt: cursor } }),
      ...(actor !== undefined && { actorId: actor }),
      ...(action !== undefined && { action }),
    },
    orderBy: { seq: "desc" },
    take: limit + 1,
  });
  const entries = await nameEntries(teamId, rows.slice(0, limit).map(chainedEntryOf));
  return { entries, nextCursor: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null };
}

/** What the screen says about the whole of it. */
export async function describeChain(teamId: string): Promise<AuditChain> {
  const [{ entries, headHash, broken }, actors] = await Promise.all([
    verifyStoredChain(teamId),
    listActors(teamId),
  ]);
  return { verified: broken === null, entries, headHash, brokenAt: broken?.seq ?? null, actors };
}
