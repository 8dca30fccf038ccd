import { systemDb } from "#lib/db/client.ts";
import { type BreakReason, type ChainPosition, GENESIS, verifyChain } from "./audit-chain.ts";
import { listChains, readChain, readHead } from "./read-chain.ts";

/** `end`: the last entries, or the head itself, are gone. `anchor`: all fits, but it is not the log that was anchored. */
export type StoredBreak = { readonly seq: number; readonly reason: BreakReason | "end" | "anchor" };

export type StoredChain = {
  readonly teamId: string;
  readonly entries: number;
  readonly headHash: string;
  /** Null when every entry is as it was written. */
  readonly broken: StoredBreak | null;
};

/** What was kept of a chain outside the database: the number of an entry and its hash. */
export type Anchor = ChainPosition & { readonly teamId: string };

/**
 * Verifies a team's chain as far as its head went when we came: what is appended meanwhile does not disturb. A chain that somebody
 * has written anew from some entry on fits in itself; that it is another one, only an anchor shows.
 */
export async function verifyStoredChain(
  teamId: string,
  anchors: readonly Anchor[] = [],
): Promise<StoredChain> {
  const head = (await readHead(teamId)) ?? GENESIS;
  const found = { teamId, entries: head.seq, headHash: head.hash };
  const mine = new Map(anchors.filter((it) => it.teamId === teamId).map(({ seq, hash }) => [seq, hash]));
  let last = GENESIS;
  for await (const page of readChain(teamId, head.seq)) {
    const verdict = verifyChain(page, last);
    if (!verdict.ok) return { ...found, broken: { seq: verdict.seq, reason: verdict.reason } };
    const other = page.find(({ seq, hash }) => mine.has(seq) && mine.get(seq) !== hash);
    if (other !== undefined) return { ...found, broken: { seq: other.seq, reason: "anchor" } };
    last = verdict.last;
  }
  const missing = [...mine.keys()].find((seq) => seq > last.seq);
  const isWhole = last.hash === head.hash && missing === undefined && !(await goesOnBeyond(teamId, head.seq));
  return { ...found, broken: isWhole ? null : { seq: last.seq + 1, reason: "end" } };
}

export async function verifyAllChains(anchors: readonly Anchor[] = []): Promise<readonly StoredChain[]> {
  const chains: StoredChain[] = [];
  const known = [...(await listChains()), ...anchors.map(({ teamId }) => teamId)];
  for (const teamId of new Set(known)) chains.push(await verifyStoredChain(teamId, anchors));
  return chains;
}

/** Entries that the head does not know, unless it has moved on since. */
async function goesOnBeyond(teamId: string, seq: number): Promise<boolean> {
  const [row] = await systemDb.$queryRaw<{ goesOn: boolean }[]>`
    SELECT coalesce((SELECT max("seq") FROM "AuditEntry" WHERE "teamId" = ${teamId}), 0)
      > greatest(coalesce((SELECT "seq" FROM "AuditHead" WHERE "teamId" = ${teamId}), 0), ${seq}) AS "goesOn"`;
  return row?.goesOn === true;
}
