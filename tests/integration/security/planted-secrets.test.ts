import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STUDIO_OPERATIONS } from "#lib/contract/operations.ts";
import { systemDb } from "#lib/db/client.ts";
import { freePort } from "#scripts/free-port.ts";
import { type HttpFixture, startHttpFixture } from "#tests/support/http-fixture.ts";
import { type App, startApp } from "#tests/support/start-app.ts";
import { until } from "#tests/support/until.ts";
import { PAGES } from "../routes/pages.ts";

/** Given to the studio by people, who must never see them again. */
const PLANTED = {
  password: "canary-password seven kites",
  upstreamKey: "sk-canary/upstream+key-0123456789",
  accessKey: "canaryaccesskey0123456789abcdef",
  secretKey: "canary-secret-key-9876543210-zyx",
  upstreamCallbackSecret: "canary-upstream-callback-secret-42",
} as const;

/** Made by the studio; each may stand in the answer that reveals it and nowhere else. */
const made = new Map<string, string>();

type Answer = { readonly what: string; readonly text: string; readonly reveals: readonly string[] };

const answers: Answer[] = [];
let app: App;
let upstream: HttpFixture;
let folder: string;
let cookie = "";
let log = "";
let dump = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "framewright-secrets-"));
  upstream = await startHttpFixture(echoEverything);
  const { DATABASE_URL: databaseUrl = "", DATA_DIR: dataDir = "" } = process.env;
  app = await startApp({
    databaseUrl,
    dataDir,
    port: await freePort(),
    environment: {
      LOG_LEVEL: "trace",
      OUTBOUND_ALLOWED_HOSTS: `127.0.0.1:${upstream.port}`,
      METRICS_TOKEN: "canary-metrics-token-0123456789abcdef",
    },
    logFile: path.join(folder, "app.log"),
  });
  for (const name of ["MASTER_KEY", "BETTER_AUTH_SECRET", "METRICS_TOKEN"]) {
    made.set(name, app.environment[name] ?? "");
  }
  await signIn();
  await makeKeys();
  await useUpstreams();
  await useWebhooks();
  await lookAround();
  await app.stop();
  log = await readFile(path.join(folder, "app.log"), "utf8");
  dump = await dumpDatabase();
}, 180_000);

afterAll(async () => {
  upstream.close();
  await rm(folder, { recursive: true, force: true });
});

/** As the worst upstream would: whatever it was sent stands in what it answers. */
function echoEverything(
  call: HttpFixture["calls"][number],
  response: Parameters<Parameters<typeof startHttpFixture>[0]>[1],
): void {
  const { authorization = "" } = call.headers;
  // It knows the account that calls: the key itself, or both halves of the pair that signed the token.
  const account = authorization.includes("eyJ")
    ? `${PLANTED.accessKey} ${PLANTED.secretKey}`
    : PLANTED.upstreamKey;
  const echo = `${authorization} ${account}`;
  const json = { "content-type": "application/json", "x-echo": echo };
  const task = {
    task_id: `up-${upstream.calls.length}`,
    task_status: call.method === "POST" ? "submitted" : "failed",
    task_status_msg: `bad key ${echo}`,
    created_at: Date.now(),
    updated_at: Date.now(),
  };
  if (call.body.includes("refuse me"))
    response.writeHead(400, json).end(JSON.stringify({ code: 1201, message: echo }));
  else if (call.body.includes("break down")) response.writeHead(500, json).end(`<html>${echo}</html>`);
  else if (call.body.includes("empty account"))
    response.writeHead(429, json).end(JSON.stringify({ code: 1102, message: echo }));
  else if (call.method === "GET" && !call.path.includes("up-"))
    response.writeHead(401, json).end(JSON.stringify({ code: 1002, message: echo, data: { echo } }));
  else
    response
      .writeHead(200, json)
      .end(JSON.stringify({ code: 0, message: echo, request_id: echo, data: task }));
}

type Sent = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly reveals?: readonly string[];
};

/** Calls the studio as its page would and keeps the whole answer. */
async function ask(method: string, address: string, { body, headers = {}, reveals = [] }: Sent = {}) {
  const response = await fetch(app.url + address, {
    method,
    headers: {
      "content-type": "application/json",
      "idempotency-key": `canary-${answers.length}`,
      origin: app.url,
      "sec-fetch-site": "same-origin",
      cookie,
      ...headers,
    },
    body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
    redirect: "manual",
    signal: AbortSignal.timeout(20_000),
  });
  const text = response.headers.get("content-type")?.includes("event-stream")
    ? await beginningOf(response)
    : await response.text();
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  answers.push({ what: `${method} ${address} ${response.status}`, text: `${head}\n\n${text}`, reveals });
  return { status: response.status, text, cookies: response.headers.getSetCookie() };
}

async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return Buffer.from(first?.value ?? []).toString("utf8");
}

async function askFor<T>(method: string, address: string, sent: Sent = {}): Promise<T> {
  const { status, text } = await ask(method, address, sent);
  expect(status, `${method} ${address}: ${text.slice(0, 300)}`).toBeLessThan(300);
  return JSON.parse(text);
}

async function signIn(): Promise<void> {
  const account = { email: "ann@example.com", password: PLANTED.password };
  await ask("POST", "/api/setup", { body: { ...account, name: "Ann", teamName: "Kites" } });
  await ask("POST", "/api/auth/sign-in/email", { body: { ...account, email: "nobody@example.com" } });
  const { cookies } = await ask("POST", "/api/auth/sign-in/email", { body: account, reveals: ["session"] });
  cookie = cookies[0]?.split(";")[0] ?? "";
  // The token alone opens nothing: it is the signature that makes the cookie one of ours.
  made.set("session", decodeURIComponent(cookie).split(".").at(-1) ?? "");
}

async function makeKeys(): Promise<void> {
  const key = await askFor<{ key: string; secretKey: string }>("POST", "/api/keys", {
    body: { name: "k", scope: "create" },
    reveals: ["key", "secretKey"],
  });
  made.set("key", key.key).set("secretKey", key.secretKey);
  const reveals = ["signing"];
  const { secret } = await askFor<{ secret: string }>("GET", "/api/keys/signing-secret", { reveals });
  made.set("signing", secret);
  const invited = { email: "bo@example.com", role: "viewer" };
  const { url } = await askFor<{ url: string }>("POST", "/api/invitations", {
    body: invited,
    reveals: ["invitation"],
  });
  made.set("invitation", url.slice(-32));
}

async function useUpstreams(): Promise<void> {
  const { upstreamKey, accessKey, secretKey, upstreamCallbackSecret: callbackSecret } = PLANTED;
  const address = { preset: "custom", dialect: "native", baseUrl: `http://127.0.0.1:${upstream.port}/kling` };
  const credentials = [
    { kind: "api_key", key: upstreamKey },
    { kind: "access_key_pair", accessKey, secretKey },
  ];
  await ask("POST", "/api/connections", { body: { ...address, name: "", credential: credentials[0] } });
  await ask("POST", "/api/connections", {
    body: { ...address, name: "x", credential: { ...credentials[1], more: 1 } },
  });
  for (const credential of credentials) {
    await askFor("POST", "/api/connections/test", { body: { ...address, credential } });
    const body = { ...address, name: credential.kind, credential, callbackSecret, isDefault: true };
    const { id } = await askFor<{ id: string }>("POST", "/api/connections", { body });
    await ask("PATCH", `/api/connections/${id}`, { body: { credential, name: "changed" } });
    await ask("PATCH", `/api/connections/${id}`, { body: { credential: { ...credential, kind: "other" } } });
    await ask("POST", `/api/connections/${id}/test`);
    for (const prompt of ["a kite", "refuse me", "break down", "empty account"]) await order(id, prompt);
    const sent = () => upstream.calls.filter(({ method }) => method === "POST").length;
    const before = sent();
    await until(async () => (await endedTasks()) > 0 && sent() >= Math.max(1, before), {
      withinMs: 40_000,
      what: "the upstream has answered in its ways",
    });
  }
}

async function order(connectionId: string, prompt: string): Promise<void> {
  const request = { kind: "text2video", model_name: "kling-v1", prompt, duration: "5" };
  await ask("POST", "/api/tasks", { body: { request, connectionId } });
  const headers = { authorization: `Bearer ${made.get("key")}` };
  await ask("POST", "/v1/videos/text2video", { headers, body: { model_name: "kling-v1", prompt } });
}

function endedTasks(): Promise<number> {
  return systemDb.task.count({ where: { status: "failed" } });
}

async function useWebhooks(): Promise<void> {
  const body = { url: "https://hooks.invalid/", events: ["task.failed"] };
  const made1 = await askFor<{ id: string; secret: string }>("POST", "/api/webhooks", {
    body,
    reveals: ["webhook"],
  });
  made.set("webhook", made1.secret);
  await ask("POST", `/api/webhooks/${made1.id}/test`);
  const made2 = await askFor<{ secret: string }>("POST", `/api/webhooks/${made1.id}/secret`, {
    reveals: ["rotated"],
  });
  made.set("rotated", made2.secret);
  await ask("GET", `/api/webhooks/${made1.id}/deliveries`);
}

/** Every page, every operation that only reads, the gateway, and answers to what cannot be understood. */
async function lookAround(): Promise<void> {
  const task = await systemDb.task.findFirstOrThrow({ where: { status: "failed" } });
  for (const page of Object.keys(PAGES))
    await ask("GET", page.replace("{taskId}", task.id).replace("{tool}", "image"));
  const key = { authorization: `Bearer ${made.get("key")}` };
  for (const { method, path: address, id } of STUDIO_OPERATIONS) {
    if (id === "getSigningSecret") continue; // it reveals, to those who may
    const filled = address.replace("{taskId}", task.id).replace(/\{\w+\}/, "unknown");
    if (method === "GET" || method === "HEAD") await ask(method, filled);
    else if (id !== "signOut") await ask(method, filled, { body: "{ not json", headers: key });
  }
  const metrics = { authorization: `Bearer ${made.get("METRICS_TOKEN")}` };
  await ask("GET", "/metrics", { headers: metrics });
  await ask("GET", "/v1/videos/text2video", { headers: key });
  await ask("GET", `/v1/videos/text2video/${task.id}`, { headers: key });
  await ask("GET", "/v1/videos/text2video", { headers: { authorization: `Bearer ${made.get("key")}x` } });
  await ask("GET", "/account/costs", { headers: key });
}

async function dumpDatabase(): Promise<string> {
  const tables = await systemDb.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
  const parts = await Promise.all(
    // Names come from the catalogue of a database that this test file owns.
    tables.map(({ name }) =>
      systemDb.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} t`),
    ),
  );
  return parts
    .flat()
    .map(({ row }) => row)
    .join("\n");
}

/** As it is, and in the spellings in which it might be carried along. */
function spellingsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, "utf8");
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll("/", "\\/"),
    bytes.toString("base64").replace(/=+$/, ""),
    bytes.toString("base64url"),
    bytes.toString("hex"),
  ];
}

function secrets(): ReadonlyMap<string, string> {
  return new Map([...Object.entries(PLANTED).map(([name, it]) => [`planted ${name}`, it] as const), ...made]);
}

function found(text: string, but: readonly string[] = []): string[] {
  return [...secrets()]
    .filter(([name, secret]) => !but.includes(name) && spellingsOf(secret).some((it) => text.includes(it)))
    .map(([name]) => name);
}

test("everything was planted, and the upstream did repeat what it was told", async () => {
  for (const [name, secret] of secrets()) expect(secret.length, name).toBeGreaterThanOrEqual(16);
  const keys = upstream.calls.map(({ headers }) => headers.authorization);
  expect(keys).toContain(`Bearer ${PLANTED.upstreamKey}`);
  expect(keys.some((key) => /^Bearer eyJ/.test(key ?? ""))).toBe(true);
  expect(upstream.calls.some(({ method }) => method === "POST")).toBe(true);
  expect(log.length).toBeGreaterThan(1_000);
  expect(dump).toContain("ann@example.com");
  expect(dump).toContain("[removed]");
  expect(answers.length).toBeGreaterThan(60);
  expect(answers.map(({ what }) => what).filter((what) => what.endsWith(" 500"))).toEqual([]);
});

test("no secret is in any answer but the one that reveals it", () => {
  const leaks = answers.flatMap(({ what, text, reveals }) =>
    found(text, reveals).map((secret) => `${secret} in ${what}`),
  );
  expect(leaks).toEqual([]);
});

test("no secret is in the log, at any level", () => {
  expect(found(log)).toEqual([]);
});

test("no secret is in the database", () => {
  expect(found(dump)).toEqual([]);
});

test("no token that was signed for an upstream is kept or shown", () => {
  const tokens = upstream.calls
    .map(({ headers }) => headers.authorization ?? "")
    .filter((it) => it.includes("eyJ"));
  const signatures = new Set(tokens.map((token) => token.split(".").at(-1) ?? ""));
  const everything = [log, dump, ...answers.map(({ text }) => text)].join("\n");
  expect([...signatures].filter((signature) => everything.includes(signature))).toEqual([]);
});
