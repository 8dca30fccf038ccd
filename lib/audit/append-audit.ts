import {
  AUDIT_TABLE,
  type AuditAction,
  type AuditDetailOf,
  type AuditValue,
} from "#lib/contract/audit-actions.ts";
import type { SqlTransaction } from "#lib/db/pipeline.ts";
import { type Actor, actingNow, SYSTEM } from "./acting.ts";
import { type AuditContent, type ChainPosition, GENESIS, hashOf } from "./audit-chain.ts";

type Details<A extends AuditAction> = Readonly<{ [Name in AuditDetailOf<A>]?: AuditValue }>;

export type AuditedAct<A extends AuditAction> = {
  /** Whose log it goes to: a team's id, or `INSTANCE_CHAIN`. */
  readonly teamId: string;
  readonly action: A;
  readonly objectId: string | null;
  /** For what was done by somebody whom the door did not know yet. */
  readonly by?: Actor;
  readonly details?: Details<A>;
};

/**
 * Writes what was done into the team's log, in the transaction that does it: either both exist or neither. Call it last: it takes
 * the row lock of the team's chain and holds it until the commit, after every other lock, so that it can wait for nobody who waits for it.
 */
export async function appendAudit<A extends AuditAction>(
  tx: SqlTransaction,
  { teamId, action, objectId, by, details }: AuditedAct<A>,
): Promise<void> {
  requireAllowed(action, Object.keys(details ?? {}));
  const last = await lockHead(tx, teamId);
  const { actor, requestId } = actingNow();
  const { kind: actorKind, id: actorId } = by ?? actor ?? SYSTEM;
  const objectType = AUDIT_TABLE[action].object;
  const about = { teamId, seq: last.seq + 1, at: last.at, action, objectType, objectId, requestId };
  await insertEntry(tx, last, { ...about, actorKind, actorId, details: { ...details } });
}

/** @throws a plain Error, as a bug: what is written can never be taken back */
function requireAllowed(action: AuditAction, names: readonly string[]): void {
  const allowed: readonly string[] = AUDIT_TABLE[action].details;
  const other = names.find((name) => !allowed.includes(name));
  if (other !== undefined) throw new Error(`${action} may not record "${other}"`);
}

type Locked = ChainPosition & { readonly at: Date };

async function lockHead(tx: SqlTransaction, teamId: string): Promise<Locked> {
  const known = await readHead(tx, teamId);
  if (known !== null) return known;
  await tx.$executeRaw`
    INSERT INTO "AuditHead" ("teamId", "seq", "hash") VALUES (${teamId}, ${GENESIS.seq}, ${GENESIS.hash})
    ON CONFLICT DO NOTHING`;
  const made = await readHead(tx, teamId);
  if (made === null) throw new Error(`${teamId}: its audit chain has no head`);
  return made;
}

async function readHead(tx: SqlTransaction, teamId: string): Promise<Locked | null> {
  const [head] = await tx.$queryRaw<Locked[]>`
    SELECT "seq", "hash", date_trunc('milliseconds', clock_timestamp()) AS "at" FROM "AuditHead"
    WHERE "teamId" = ${teamId} FOR UPDATE`;
  return head ?? null;
}

async function insertEntry(tx: SqlTransaction, last: ChainPosition, content: AuditContent): Promise<void> {
  const hash = hashOf(last.hash, content);
  const row = JSON.stringify({ ...content, prevHash: last.hash, hash });
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE "AuditHead" SET "seq" = ${content.seq}, "hash" = ${hash} WHERE "teamId" = ${content.teamId}
    )
    INSERT INTO "AuditEntry" SELECT * FROM jsonb_populate_record(NULL::"AuditEntry", ${row}::text::jsonb)`;
}
