import { beforeAll, beforeEach, expect, test } from "vitest";
import { ALL_OPERATIONS } from "#lib/contract/operations.ts";
import { systemDb } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { makeActor } from "../routes/actors.ts";
import { call } from "../routes/call.ts";
import { CALLS } from "../routes/calls.ts";
import { watchChanges } from "../routes/changes.ts";
import { MATRIX } from "../routes/matrix.ts";
import { makeTeam, type TestTeam } from "../routes/world.ts";

let home: TestTeam;

beforeAll(async () => {
  home = await makeTeam("crosssite");
});

beforeEach(() => systemDb.rateLimit.deleteMany());

/** Ways in which a page that is not ours can make a browser call us with the studio's cookie. */
const CALLERS: readonly { from: string; headers: Record<string, string> }[] = [
  { from: "another site", headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" } },
  { from: "another site that names our origin", headers: { "sec-fetch-site": "cross-site" } },
  {
    from: "a sister subdomain",
    headers: { "sec-fetch-site": "same-site", origin: "http://blog.localhost:3000" },
  },
  { from: "a link or the address bar", headers: { "sec-fetch-site": "none" } },
  { from: "a sandboxed frame of an old browser", headers: { "sec-fetch-site": "", origin: "null" } },
  { from: "a program that says nothing", headers: { "sec-fetch-site": "", origin: "" } },
];

/** Callers whose browser would send a cookie by itself: keys, and addresses that only an upstream knows, are never sent so. */
const COOKIE_KINDS = ["public", "user", "member"];

const READS: readonly string[] = ["GET", "HEAD", "OPTIONS"];

const mutating = ALL_OPERATIONS.filter(
  (it) => !READS.includes(it.method) && COOKIE_KINDS.includes(it.access.kind) && it.path.startsWith("/api/"),
);

const cells = mutating.flatMap((operation) =>
  CALLERS.map((caller) => ({ operation, id: operation.id, ...caller })),
);

test.each(cells)("$id from $from is refused and changes nothing", async ({ operation, headers }) => {
  const { actor, input } = await legalCall(operation.id);
  const changes = await watchChanges();
  const response = await call(operation, withHeaders(input, headers), actor.headers);
  expect(response.status).toBe(403);
  expect(await response.text()).toContain("cross_site");
  expect(await changes()).toEqual([]);
});

const withJson = mutating.filter((it) => it.body !== undefined && typeof it.body !== "string");
const FORM_TYPES = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""];

test.each(withJson.flatMap((operation) => FORM_TYPES.map((type) => ({ operation, id: operation.id, type }))))(
  "$id takes no body of the type '$type', which a form could send",
  async ({ operation, type }) => {
    const { actor, input } = await legalCall(operation.id);
    const changes = await watchChanges();
    const response = await call(operation, withHeaders(input, { "content-type": type }), actor.headers);
    expect(response.status).toBe(415);
    expect(await changes()).toEqual([]);
  },
);

test.each(mutating.map((operation) => ({ operation, id: operation.id })))(
  "$id from an old browser on our own page is let in",
  async ({ operation }) => {
    const { actor, input } = await legalCall(operation.id);
    const response = await call(operation, withHeaders(input, { "sec-fetch-site": "" }), actor.headers);
    expect([401, 403]).not.toContain(response.status);
  },
);

/** The owner's call of the first row of an operation; the matrix says that it is let in. */
async function legalCall(operationId: string) {
  const row = MATRIX.find((it) => it.operationId === operationId);
  const prepare = row && CALLS[row.name];
  if (!prepare) throw new Error(`no call for ${operationId}`);
  // Joining by a link is for those who are not signed in as someone else.
  const kind = operationId === "acceptInvitation" ? "nobody" : "owner";
  const actor = await makeActor(kind, home, home);
  return { actor, input: await prepare(home, actor) };
}

/** An empty text stands for a header that is not sent. */
function withHeaders(input: Awaited<ReturnType<typeof legalCall>>["input"], headers: Record<string, string>) {
  return { ...input, headers: { ...input.headers, ...headers } };
}

test("the test's own page is the studio's", () => {
  expect(env.PUBLIC_URL).toBe("http://localhost:3000");
});
