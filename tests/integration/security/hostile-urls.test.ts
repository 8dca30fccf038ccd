import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { newId } from "#lib/shared/ids.ts";
import { type HttpFixture, startHttpFixture } from "#tests/support/http-fixture.ts";
import { legalBodies } from "#tests/support/legal-bodies.ts";
import type { TestTeam } from "#tests/support/team-fixture.ts";
import { type Watch, watchConnections } from "#tests/support/watch-connections.ts";
import { answerBadly } from "./bad-answers.ts";
import { HOSTILE_NAMES, type HostileUrl, hostileUrls } from "./hostile-urls.ts";

/** The first answer is harmless, every later one is not. */
const FLIPPING = "flip.attacker.example";
const PUBLIC = "93.184.216.34";

const resolver = vi.hoisted(() => ({
  answers: new Map<string, readonly string[][]>(),
  asked: [] as string[],
}));

vi.mock("node:dns", async (original) => ({
  ...(await original<typeof import("node:dns")>()),
  lookup(name: string, _options: unknown, callback: (error: Error | null, records: unknown[]) => void) {
    const host = name.toLowerCase().replace(/\.$/, "");
    const before = resolver.asked.filter((it) => it === host).length;
    resolver.asked.push(host);
    const answers = resolver.answers.get(host);
    const addresses = answers?.[Math.min(before, answers.length - 1)];
    const error = addresses === undefined ? Object.assign(new Error(host), { code: "ENOTFOUND" }) : null;
    const records = addresses?.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    setImmediate(() => callback(error, records ?? []));
  },
}));

let watch: Watch;
let outside: HttpFixture;
let team: TestTeam;
let urls: readonly HostileUrl[];
let modules: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  for (const [name, addresses] of Object.entries(HOSTILE_NAMES)) resolver.answers.set(name, [[...addresses]]);
  resolver.answers.set(FLIPPING, [[PUBLIC], ["127.0.0.1"]]);
  const canary = await freePort();
  outside = await startHttpFixture((call, response) => answerBadly(call.path, response, canary));
  process.env.OUTBOUND_HOST_MAP = `evil.example.com=127.0.0.1:${outside.port}`;
  watch = await watchConnections(canary);
  modules = await load();
  team = await modules.createTeam({ maxParallel: 10 });
  const postgres = Number(new URL(process.env.DATABASE_URL ?? "").port);
  urls = hostileUrls({ canary, postgres });
});

beforeEach(() => modules.systemDb.rateLimit.deleteMany());

afterEach(() => {
  expect(watch.accepted()).toBe(0);
  const strangers = watch.attempts().filter((it) => it !== `127.0.0.1:${outside.port}`);
  expect(strangers.filter((it) => !it.startsWith(`${PUBLIC}:`))).toEqual([]);
});

afterAll(async () => {
  watch.close();
  outside.close();
  await modules.closeProducerQueue();
});

/** lib/env.ts reads the environment when it is loaded: so everything is loaded after it was set. */
async function load() {
  return {
    ...(await import("#lib/db/client.ts")),
    ...(await import("#lib/queue/queue.ts")),
    ...(await import("#lib/net/fetch-outside.ts")),
    ...(await import("#lib/net/open-outside.ts")),
    ...(await import("#lib/net/post-outside.ts")),
    ...(await import("#lib/net/call-upstream.ts")),
    ...(await import("#lib/gateway/serve.ts")),
    ...(await import("#lib/webhooks/deliver-message.ts")),
    ...(await import("#lib/webhooks/webhook-secrets.ts")),
    ...(await import("#lib/providers/http/open-output.ts")),
    ...(await import("#lib/providers/registry.ts")),
    ...(await import("#lib/connections/test-connection.ts")),
    ...(await import("#lib/teams/create-api-key.ts")),
    ...(await import("#lib/contract/assets.ts")),
    ...(await import("#lib/contract/connections.ts")),
    ...(await import("#lib/contract/webhooks.ts")),
    ...(await import("#lib/contract/tasks.ts")),
    ...(await import("#tests/integration/routes/call.ts")),
    ...(await import("#tests/integration/routes/actors.ts")),
    ...(await import("#tests/support/team-fixture.ts")),
  };
}

/** Calls of one entry point that are made side by side. */
const AT_ONCE = 8;

const NEVER = new AbortController().signal;
const LIMITS = { maxBytes: 100_000, maxRedirects: 3, signal: NEVER };
const POST = { headers: {}, body: "{}", timeoutMs: 1_000, signal: NEVER };

/** The URLs of the table for which `attempt` did not end as it must; all are tried, a few at a time. */
async function survivors(
  of: readonly HostileUrl[],
  isRefused: (hostile: HostileUrl) => Promise<boolean>,
): Promise<string[]> {
  const passed: string[] = [];
  for (let from = 0; from < of.length; from += AT_ONCE) {
    const batch = of.slice(from, from + AT_ONCE);
    const refusals = await Promise.all(batch.map(isRefused));
    passed.push(...batch.filter((_, index) => refusals[index] !== true).map(({ url }) => url));
  }
  return passed;
}

function isInvalid(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => false,
    (error: unknown) => error instanceof Error && "code" in error && error.code === "invalid_request",
  );
}

test("the table is as large as was promised, and the listeners of this machine are in place", () => {
  expect(new Set(urls.map(({ url }) => url)).size).toBeGreaterThanOrEqual(120);
  expect(watch.listening).toEqual(expect.arrayContaining([expect.stringMatching(/^127\.0\.0\.1:/)]));
});

test("no hostile URL passes any of the three doors", async () => {
  expect(await survivors(urls, ({ url }) => isInvalid(modules.fetchOutside(url, LIMITS)))).toEqual([]);
  expect(await survivors(urls, ({ url }) => isInvalid(modules.postOutside(url, POST)))).toEqual([]);
  const call = { method: "GET", headers: {}, timeoutMs: 1_000, maxBytes: 1_000, signal: NEVER } as const;
  const isUnreachable = async ({ url }: HostileUrl) =>
    (await modules.callUpstream(url, call)).type === "unreachable";
  expect(await survivors(urls, isUnreachable)).toEqual([]);
});

test("no redirect leads to any of them, not even at the end of a chain", async () => {
  // What a header can carry, and what is no path on the redirecting host itself.
  const reachable = urls.filter(({ url }) => /^[!-~]{1,1000}$/.test(url) && URL.canParse(url));
  const through = (path: string) => (url: string) =>
    `https://evil.example.com/${path}?to=${encodeURIComponent(url)}`;
  for (const path of ["301", "302", "303", "307", "308"]) {
    const sample = path === "302" ? reachable : reachable.slice(0, 5);
    const isRefused = ({ url }: HostileUrl) => isInvalid(modules.fetchOutside(through(path)(url), LIMITS));
    expect(await survivors(sample, isRefused)).toEqual([]);
  }
  const twice = (url: string) => through("302")(through("307")(url));
  expect(
    await survivors(reachable.slice(0, 10), ({ url }) => isInvalid(modules.fetchOutside(twice(url), LIMITS))),
  ).toEqual([]);
});

test("a name that changes its mind is asked once per connection, and led nowhere", async () => {
  const first = modules.fetchOutside(`http://${FLIPPING}/`, LIMITS);
  await expect(first).rejects.toMatchObject({ code: "provider_unavailable" });
  expect(resolver.asked.filter((name) => name === FLIPPING)).toHaveLength(1);
  expect(watch.attempts().filter((it) => it.startsWith(PUBLIC))).toEqual([`${PUBLIC}:80`]);
  for (const again of [1, 2]) {
    expect(await isInvalid(modules.fetchOutside(`http://${FLIPPING}/?${again}`, LIMITS))).toBe(true);
  }
  expect(await isInvalid(modules.postOutside(`http://${FLIPPING}/`, POST))).toBe(true);
});

async function gatewayKey(): Promise<string> {
  const { teamId, caller } = team;
  const key = await modules.createApiKey({
    teamId,
    userId: caller.userId,
    name: "k",
    scope: "create",
    expiresAt: null,
  });
  return `Bearer ${key.key}`;
}

async function order(bearer: string, kind: string, body: object): Promise<Response> {
  const prefix = /image|expand|kolors/.test(kind) && !kind.endsWith("video") ? "images" : "videos";
  const path = `/v1/${prefix}/${kind}`;
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    headers: { authorization: bearer, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return modules.serveGateway(request, path);
}

test("a gateway client's media: none of them is fetched", async () => {
  const bearer = await gatewayKey();
  const isRefused = async ({ url }: HostileUrl) => {
    await modules.systemDb.rateLimit.deleteMany();
    return (await order(bearer, "image2video", { model_name: "kling-v1", image: url })).status === 400;
  };
  expect(await survivors(urls, isRefused)).toEqual([]);
  expect(await modules.systemDb.task.count({ where: { teamId: team.teamId } })).toBe(0);
});

test("a gateway client's media: every field of every kind is behind the same door", async () => {
  const bearer = await gatewayKey();
  const calls = outside.calls.length;
  const evil = "https://evil.example.com/302?to=http%3A%2F%2F127.0.0.1%2F";
  const bodies = legalBodies({
    picture: evil,
    film: evil,
    sound: evil,
    filmOutput: "none",
    facesSession: "none",
    selectionSession: "none",
  });
  const naming = Object.entries(bodies).filter(([, body]) => JSON.stringify(body).includes(evil));
  expect(naming.length).toBeGreaterThan(12);
  for (const [kind, body] of naming) {
    await modules.systemDb.rateLimit.deleteMany();
    const { status } = await order(bearer, kind, body);
    expect(status, kind).toBeGreaterThanOrEqual(400);
    expect(status, kind).toBeLessThan(500);
  }
  expect(outside.calls.length).toBeGreaterThan(calls);
});

test("the studio's own orders name files of the team, never addresses", async () => {
  const isRefused = async ({ url }: HostileUrl) => {
    const request = { kind: "image2video", model_name: "kling-v1", image: url, duration: "5" };
    const { status } = await callAsOwner(modules.createTasksOperation, { body: { request } });
    return status >= 400 && status < 500;
  };
  expect(await survivors(sampleOf(urls), isRefused)).toEqual([]);
});

test("the library's import: none of them is fetched, directly or through a redirect", async () => {
  const isRefused = async ({ url }: HostileUrl) =>
    (await callAsOwner(modules.importAssetOperation, { body: { url } })).status === 400;
  expect(await survivors(urls, isRefused)).toEqual([]);
  const to = encodeURIComponent("http://169.254.169.254/latest/meta-data/");
  expect(await isRefused({ kind: "text", url: `https://evil.example.com/302?to=${to}` })).toBe(true);
  expect(await modules.systemDb.asset.count({ where: { teamId: team.teamId } })).toBe(0);
});

test("a callback_url: nothing is told to any of them", async () => {
  const isRefused = async ({ url }: HostileUrl) => {
    const taskId = await makeTask();
    const id = newId("callbackDelivery");
    const row = { id, teamId: team.teamId, taskId, url, status: "submitted" };
    await modules.systemDb.callbackDelivery.create({ data: row });
    return (await told(id, "callbackDelivery"))?.startsWith("The address cannot be called") === true;
  };
  expect(await survivors(storable(urls), isRefused)).toEqual([]);
});

test("a team's webhook: none of them is accepted as text, none is told anything as a name", async () => {
  const { teamId } = team;
  const texts = sampleOf(urls.filter(({ kind }) => kind === "text"));
  const isNotTaken = async ({ url }: HostileUrl) => {
    const body = { url, events: ["task.failed"] };
    return (await callAsOwner(modules.createWebhookOperation, { body })).status === 400;
  };
  expect(await survivors(texts, isNotTaken)).toEqual([]);
  const isRefused = async ({ url }: HostileUrl) => {
    const [webhookId, id] = [newId("webhook"), newId("webhookDelivery")];
    const secretSealed = modules.sealWebhookSecret(modules.newWebhookSecret(), { id: webhookId, teamId });
    const webhook = { id: webhookId, teamId, url, events: [], secretSealed };
    await modules.systemDb.webhook.create({ data: webhook });
    const body = { type: "webhook.test", timestamp: "", data: {} };
    const row = { id, teamId, webhookId, messageId: id, type: "webhook.test", body };
    await modules.systemDb.webhookDelivery.create({ data: row });
    return (await told(id, "webhookDelivery"))?.startsWith("The address cannot be called") === true;
  };
  expect(await survivors(sampleOf(storable(urls)), isRefused)).toEqual([]);
});

test("a connection's address: neither the form nor the test of a saved one reaches any of them", async () => {
  const { teamId } = team;
  const isNotTaken = async ({ url }: HostileUrl) => {
    await modules.systemDb.rateLimit.deleteMany();
    const body = { preset: "custom", dialect: "native", baseUrl: url, credential: UPSTREAM_KEY };
    const answer = await callAsOwner(modules.testNewConnectionOperation, { body });
    return answer.status === 400 || (await answer.json()).ok === false;
  };
  expect(await survivors(sampleOf(urls), isNotTaken)).toEqual([]);
  const hands = { providerOf: modules.findProvider, signal: NEVER };
  const isSilent = async ({ url: baseUrl }: HostileUrl) => {
    const connectionId = newId("connection");
    const saved = { provider: "native", preset: "custom", maxParallel: 1, name: connectionId, baseUrl };
    await modules.systemDb.connection.create({ data: { id: connectionId, teamId, ...saved } });
    return (await modules.testConnection({ teamId, connectionId }, hands)).ok === false;
  };
  expect(await survivors(storable(urls), isSilent)).toEqual([]);
});

test("an upstream's result: none of them is downloaded, directly or through a redirect", async () => {
  const options = { fromByte: 0, signal: NEVER, count: () => undefined };
  const output = { id: "1", label: "video", durationSeconds: 5, dies: null } as const;
  const isRefused = ({ url }: HostileUrl) => isInvalid(modules.openOutput({ ...output, url }, options));
  expect(await survivors(urls, isRefused)).toEqual([]);
  const to = encodeURIComponent("http://169.254.169.254/latest/meta-data/");
  const redirected = { ...output, url: `https://evil.example.com/302?to=${to}` };
  expect(await isInvalid(modules.openOutput(redirected, { ...options, fromByte: 7 }))).toBe(true);
});

const UPSTREAM_KEY = { kind: "api_key", key: "sk-0123456789abcdef" };

let ownerHeaders: Readonly<Record<string, string>> | undefined;

async function callAsOwner(operation: Parameters<typeof modules.call>[0], input: { body: unknown }) {
  await modules.systemDb.rateLimit.deleteMany();
  const { teamId, connectionId, caller } = team;
  const home = { teamId, connectionId, ownerId: caller.userId, canary: "home" };
  ownerHeaders ??= (await modules.makeActor("owner", home, home)).headers;
  return modules.call(operation, input, ownerHeaders);
}

async function makeTask(): Promise<string> {
  const { teamId, connectionId } = team;
  const id = newId("task");
  await modules.systemDb.task.create({
    data: {
      id,
      teamId,
      connectionId,
      kind: "text2video",
      modelName: "kling-v1",
      prompt: "a kite",
      request: {},
      status: "failed",
      pace: "text2video",
      upstreamExternalId: id,
    },
  });
  return id;
}

/** What the one attempt to deliver ended with. */
async function told(id: string, table: "callbackDelivery" | "webhookDelivery"): Promise<string | null> {
  const queue = await modules.producerQueue();
  await modules.deliverMessage(id, { queue, random: () => 0, now: () => new Date(), signal: NEVER });
  const rows =
    table === "callbackDelivery" ? modules.systemDb.callbackDelivery : modules.systemDb.webhookDelivery;
  // Both tables have these columns; their clients are typed apart.
  const { lastError } = await (rows as typeof modules.systemDb.callbackDelivery).findUniqueOrThrow({
    where: { id },
  });
  await (rows as typeof modules.systemDb.callbackDelivery).delete({ where: { id } });
  return lastError;
}

/** PostgreSQL keeps no text with a zero character. */
function storable(of: readonly HostileUrl[]): readonly HostileUrl[] {
  return of.filter(({ url }) => !url.includes("\u0000"));
}

/** Every seventh: for doors that add a whole request to what the table has shown for all. */
function sampleOf(of: readonly HostileUrl[]): readonly HostileUrl[] {
  return of.filter((_, index) => index % 7 === 0);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  server.close();
  return port;
}
