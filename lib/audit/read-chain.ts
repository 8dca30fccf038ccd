import { systemDb } from "#lib/db/client.ts";
import type { AuditEntry } from "#lib/db/generated/client.ts";
import type { ChainedEntry, ChainPosition } from "./audit-chain.ts";

const PAGE = 1_000;

/** A team's entries from the first to number `until`, a page at a time. */
export async function* readChain(teamId: string, until: number): AsyncGenerator<readonly ChainedEntry[]> {
  for (let seq = 0; seq < until; ) {
    const where = { teamId, seq: { gt: seq, lte: until } };
    const rows = await systemDb.auditEntry.findMany({ where, orderBy: { seq: "asc" }, take: PAGE });
    if (rows.length === 0) return;
    yield rows.map(chainedEntryOf);
    seq = rows.at(-1)?.seq ?? until;
  }
}

export function chainedEntryOf(row: AuditEntry): ChainedEntry {
  return { ...row, details: row.details as ChainedEntry["details"] }; // append-audit.ts writes nothing else
}

/** Where a team's chain says that it ends; null before its first entry. */
export function readHead(teamId: string): Promise<ChainPosition | null> {
  return systemDb.auditHead.findUnique({ where: { teamId }, select: { seq: true, hash: true } });
}

/** Every chain there is: by its head, and also one whose head somebody took away. */
export async function listChains(): Promise<readonly string[]> {
  const rows = await systemDb.$queryRaw<{ teamId: string }[]>`
    SELECT "teamId" FROM "AuditHead" UNION SELECT DISTINCT "teamId" FROM "AuditEntry" ORDER BY 1`;
  return rows.map(({ teamId }) => teamId);
}
