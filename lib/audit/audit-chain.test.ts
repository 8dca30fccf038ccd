import { expect, test } from "vitest";
import {
  type AuditContent,
  type ChainedEntry,
  canonicalJson,
  GENESIS,
  hashOf,
  verifyChain,
} from "./audit-chain.ts";

function chainOf(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const prevHash = entries.at(-1)?.hash ?? GENESIS.hash;
    const content = { ...CONTENT, seq, details: { from: "viewer", to: "admin", at: seq } };
    entries.push({ ...content, prevHash, hash: hashOf(prevHash, content) });
  }
  return entries;
}

const CONTENT: AuditContent = {
  teamId: "team_1",
  seq: 1,
  at: new Date("2026-11-22T00:00:00.123Z"),
  actorKind: "person",
  actorId: "user_1",
  action: "member.role_changed",
  objectType: "person",
  objectId: "user_2",
  details: {},
  requestId: "req_1",
};

test("a chain that nobody touched verifies, whole and a page at a time", () => {
  const chain = chainOf(5);
  const whole = verifyChain(chain);
  const first = verifyChain(chain.slice(0, 2));
  expect(whole).toEqual({ ok: true, last: { seq: 5, hash: chain[4]?.hash } });
  expect(first.ok && verifyChain(chain.slice(2), first.last)).toEqual(whole);
  expect(verifyChain([])).toEqual({ ok: true, last: GENESIS });
});

const CHANGES: Readonly<Record<keyof AuditContent, Partial<ChainedEntry>>> = {
  teamId: { teamId: "team_2" },
  seq: { seq: 4 },
  at: { at: new Date("2026-11-22T00:00:00.124Z") },
  actorKind: { actorKind: "operator" },
  actorId: { actorId: null },
  action: { action: "member.removed" },
  objectType: { objectType: "team" },
  objectId: { objectId: "user_3" },
  details: { details: { from: "viewer", to: "owner", at: 3 } },
  requestId: { requestId: null },
};

test.each(Object.entries(CHANGES))("an entry whose %s was altered is named", (field, change) => {
  const chain = chainOf(5).map((entry) => (entry.seq === 3 ? { ...entry, ...change } : entry));
  expect(verifyChain(chain)).toMatchObject({ ok: false, reason: field === "seq" ? "number" : "content" });
});

test("an entry that was taken out, put in, exchanged or rehashed is named", () => {
  const [one, two, three] = chainOf(3);
  if (!one || !two || !three) throw new Error("three were made");
  expect(verifyChain([one, three])).toEqual({ ok: false, seq: 3, reason: "number" });
  expect(verifyChain([one, two, two])).toEqual({ ok: false, seq: 2, reason: "number" });
  const forged = { ...two, objectId: "user_9" };
  const rehashed = { ...forged, hash: hashOf(one.hash, forged) };
  expect(verifyChain([one, rehashed, three])).toEqual({ ok: false, seq: 3, reason: "link" });
});

test("canonical JSON does not depend on the order in which a database keeps keys", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "“x”" }], a: true })).toBe(
    '{"a":true,"b":[1,{"c":"“x”","d":null}]}',
  );
  expect(canonicalJson({ a: true, b: [1, { c: "“x”", d: null }] })).toBe(
    canonicalJson({ b: [1, { d: null, c: "“x”" }], a: true }),
  );
});
