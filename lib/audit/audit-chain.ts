import { createHash } from "node:crypto";
import type { AuditValue } from "#lib/contract/audit-actions.ts";

/** What an entry says; every field of it is under its hash. */
export type AuditContent = {
  readonly teamId: string;
  readonly seq: number;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly details: Readonly<Record<string, AuditValue>>;
  readonly requestId: string | null;
};

export type ChainedEntry = AuditContent & { readonly prevHash: string; readonly hash: string };

/** Where a chain stands: the number and the hash of its last entry. */
export type ChainPosition = { readonly seq: number; readonly hash: string };

/** Before the first entry. */
export const GENESIS: ChainPosition = { seq: 0, hash: "0".repeat(64) };

/** `number`: one is missing or came twice. `link`: it follows another entry than the one before it. `content`: it was altered. */
export type BreakReason = "number" | "link" | "content";

export type ChainVerdict =
  | { readonly ok: true; readonly last: ChainPosition }
  | { readonly ok: false; readonly seq: number; readonly reason: BreakReason };

/**
 * Whether these entries of one team follow each other from `after` on, each as it was written. Names the first that does not fit;
 * pure, so that it can be run over a page at a time or over an export.
 */
export function verifyChain(entries: readonly ChainedEntry[], after: ChainPosition = GENESIS): ChainVerdict {
  let last = after;
  for (const entry of entries) {
    const reason = misfitOf(entry, last);
    if (reason !== null) return { ok: false, seq: entry.seq, reason };
    last = { seq: entry.seq, hash: entry.hash };
  }
  return { ok: true, last };
}

function misfitOf(entry: ChainedEntry, last: ChainPosition): BreakReason | null {
  if (entry.seq !== last.seq + 1) return "number";
  if (entry.prevHash !== last.hash) return "link";
  return entry.hash === hashOf(last.hash, entry) ? null : "content";
}

/** SHA-256 in hex of the hash before and the entry's canonical JSON. */
export function hashOf(prevHash: string, content: AuditContent): string {
  const { teamId, seq, at, actorKind, actorId, action, objectType, objectId, details, requestId } = content;
  const said = { teamId, seq, at: at.toISOString(), actorKind, actorId, action, objectType, objectId };
  const text = canonicalJson({ ...said, details, requestId });
  return createHash("sha256").update(prevHash).update(text).digest("hex");
}

/** JSON with the keys of every object in order: jsonb and a backup may keep them in another. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, it]) => `${JSON.stringify(key)}:${canonicalJson(it)}`).join(",")}}`;
}
