import { SignJWT } from "jose";
import { beforeAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import { verifyBearer } from "#lib/teams/verify-bearer.ts";
import { makeMember } from "../routes/actors.ts";
import { makeTeam, type TestTeam } from "../routes/world.ts";

const NOW = new Date();
const NOW_SECONDS = Math.floor(NOW.getTime() / 1000);

let team: TestTeam;
let key: Awaited<ReturnType<typeof createApiKey>>;

beforeAll(async () => {
  team = await makeTeam("keys");
  key = await makeKey();
});

async function makeKey(change: Partial<Parameters<typeof createApiKey>[0]> = {}) {
  const { userId } = await makeMember(team, "creator");
  return createApiKey({
    teamId: team.teamId,
    userId,
    name: "k",
    scope: "create",
    expiresAt: null,
    ...change,
  });
}

type Claims = { iss?: string; exp?: number; nbf?: number; iat?: number };

function sign(claims: Claims = {}, secret = key.secretKey, alg = "HS256"): Promise<string> {
  const payload = { iss: key.accessKey, exp: NOW_SECONDS + 1800, nbf: NOW_SECONDS - 5, ...claims };
  return new SignJWT(payload).setProtectedHeader({ alg, typ: "JWT" }).sign(new TextEncoder().encode(secret));
}

async function codeOf(authorization: string | null, now = NOW): Promise<number | "ok"> {
  const verdict = await verifyBearer(authorization, now);
  return verdict.ok ? "ok" : verdict.code;
}

test("a key is a bearer as it is, and has a shape that leak scanners know", async () => {
  expect(key.key).toMatch(/^fw_[0-9A-Za-z]{64}$/);
  const verdict = await verifyBearer(`Bearer ${key.key}`, NOW);
  expect(verdict).toMatchObject({
    ok: true,
    principal: { kind: "api_key", teamId: team.teamId, keyId: key.id, scope: "create" },
  });
});

test("nothing that would let someone act for the key is in the database", async () => {
  const row = await systemDb.apiKey.findUniqueOrThrow({ where: { id: key.id } });
  const stored = JSON.stringify(row);
  expect(stored).not.toContain(key.key);
  expect(stored).not.toContain(key.secretKey);
  expect(row.keyHash).toMatch(/^[0-9a-f]{64}$/);
});

test("a token signed with the secret key is as good as the key", async () => {
  expect(await codeOf(`Bearer ${await sign()}`)).toBe("ok");
});

test("an iat that libraries add, in the future even, changes nothing", async () => {
  expect(await codeOf(`Bearer ${await sign({ iat: NOW_SECONDS + 100 })}`)).toBe("ok");
});

test.each([
  ["no header", null],
  ["an empty header", ""],
  ["a header without a token", "Bearer"],
  ["a header with blanks", "Bearer    "],
])("1001: %s", async (_what, header) => {
  expect(await codeOf(header)).toBe(1001);
});

test.each([
  ["an unknown key", "Bearer sk-unknown", "but got 0"],
  ["one dot", "Bearer a.b", "but got 2"],
  ["three dots", "Bearer a.b.c.d", "but got > 3"],
])("1002 in the vendor's words: %s", async (_what, header, words) => {
  const verdict = await verifyBearer(header, NOW);
  expect(verdict).toMatchObject({ ok: false, code: 1002, message: expect.stringContaining(words) });
});

test("1002: a signature that is not ours, an unknown issuer, no issuer, no expiry, another algorithm", async () => {
  const refused = [
    await sign({}, "x".repeat(48)),
    await sign({ iss: "unknown" }),
    await sign({ iss: "" }),
    await sign({ exp: undefined }),
    await sign({}, key.secretKey, "HS384"),
    "a.b.c",
    "..",
    `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ iss: key.accessKey, exp: NOW_SECONDS + 99 })).toString("base64url")}.`,
    (await sign()).replace(/.$/, (last) => (last === "A" ? "B" : "A")).replace(/\.(\w)/, ".Z"),
  ];
  expect(await Promise.all(refused.map((token) => codeOf(`Bearer ${token}`)))).toEqual(
    refused.map(() => 1002),
  );
});

test("1003: not yet valid; 1004: expired; a forged token is 1002 before it is either", async () => {
  expect(await codeOf(`Bearer ${await sign({ nbf: NOW_SECONDS + 60 })}`)).toBe(1003);
  expect(await codeOf(`Bearer ${await sign({ exp: NOW_SECONDS - 1 })}`)).toBe(1004);
  expect(await codeOf(`Bearer ${await sign({ nbf: NOW_SECONDS + 60, exp: NOW_SECONDS - 1 })}`)).toBe(1003);
  expect(await codeOf(`Bearer ${await sign({ exp: NOW_SECONDS - 1 }, "x".repeat(48))}`)).toBe(1002);
});

test("a key ends when its time is over, also for tokens that it signed", async () => {
  const short = await makeKey({ expiresAt: new Date(NOW.getTime() + 1000) });
  const token = await sign({ iss: short.accessKey }, short.secretKey);
  expect(await codeOf(`Bearer ${short.key}`)).toBe("ok");
  const later = new Date(NOW.getTime() + 1001);
  expect([await codeOf(`Bearer ${short.key}`, later), await codeOf(`Bearer ${token}`, later)]).toEqual([
    1004, 1004,
  ]);
});

test("a revoked key, and the tokens it signed, are worth nothing", async () => {
  const gone = await makeKey();
  const token = await sign({ iss: gone.accessKey }, gone.secretKey);
  await systemDb.apiKey.update({ where: { id: gone.id }, data: { revokedAt: NOW } });
  expect([await codeOf(`Bearer ${gone.key}`), await codeOf(`Bearer ${token}`)]).toEqual([1002, 1002]);
});

test("a key can never do more than the one who made it: demoted makers' keys only read, gone makers' nothing", async () => {
  const { userId, memberId } = await makeMember(team, "creator");
  const own = await makeKey({ userId });
  await systemDb.member.update({ where: { id: memberId }, data: { role: "viewer" } });
  expect(await verifyBearer(`Bearer ${own.key}`, NOW)).toMatchObject({
    ok: true,
    principal: { scope: "read" },
  });
  await systemDb.member.delete({ where: { id: memberId } });
  expect(await codeOf(`Bearer ${own.key}`)).toBe(1002);
});

test("one team's secret does not sign for another team's access key", async () => {
  const other = await makeTeam("otherkeys");
  const { userId } = await makeMember(other, "creator");
  const theirs = await makeKey({ teamId: other.teamId, userId });
  expect(await codeOf(`Bearer ${await sign({ iss: theirs.accessKey })}`)).toBe(1002);
});

test("when a key was last used is written down once a minute", async () => {
  const used = await makeKey();
  const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
  for (const seconds of [0, 30, 59, 61]) await verifyBearer(`Bearer ${used.key}`, at(seconds));
  const { lastUsedAt } = await systemDb.apiKey.findUniqueOrThrow({ where: { id: used.id } });
  expect(lastUsedAt).toEqual(at(61));
});
