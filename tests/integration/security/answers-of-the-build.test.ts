import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ALL_OPERATIONS } from "#lib/contract/operations.ts";
import { ASSET_POLICY, DATA_POLICY } from "#lib/http/content-security-policy.ts";
import { freePort } from "#scripts/free-port.ts";
import { startHttpFixture } from "#tests/support/http-fixture.ts";
import { type App, startApp } from "#tests/support/start-app.ts";
import { PAGES } from "../routes/pages.ts";
import { PROJECT_DIR } from "../routes/route-files.ts";

let app: App;

beforeAll(async () => {
  const { DATABASE_URL: databaseUrl = "", DATA_DIR: dataDir = "" } = process.env;
  app = await startApp({ databaseUrl, dataDir, port: await freePort() });
});

afterAll(() => app.stop());

const builtPaths = await readBuiltPaths();
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Sent with every answer, whatever it is. */
const EVERYWHERE: Readonly<Record<string, string | RegExp>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": /^(same|cross)-origin$/,
  "permissions-policy": /microphone=\(self\).*usb=\(\)/,
  "content-security-policy": /frame-ancestors 'none'/,
};

test("what was built is what is registered: no other path answers", () => {
  const registered = [...ALL_OPERATIONS.map((it) => it.path), ...Object.keys(PAGES)];
  const framework = ["/_global-error", "/_not-found"];
  const unknown = builtPaths.filter(
    (built) => !framework.includes(built) && !registered.some((it) => isAt(it, built)),
  );
  const missing = registered.filter((it) => !builtPaths.some((built) => isAt(it, built)));
  expect({ unknown, missing }).toEqual({ unknown: [], missing: [] });
});

test("the build has no Server Actions", async () => {
  const manifest = JSON.parse(await readFile(builtFile("server/server-reference-manifest.json"), "utf8"));
  expect([manifest.node, manifest.edge]).toEqual([{}, {}]);
});

const addresses = [
  ...new Set([...builtPaths.map(fill), "/nothing/here", "/api/nothing", "/icon.svg", "/_next/static/x.js"]),
];

test.each(addresses.flatMap((address) => METHODS.map((method) => ({ address, method }))))(
  "$method $address carries every protective header and no advertisement",
  async ({ address, method }) => {
    const { headers } = await ask(method, address);
    for (const [name, expected] of Object.entries(EVERYWHERE)) {
      const value = String(headers[name] ?? "");
      if (typeof expected === "string") expect(value, name).toBe(expected);
      else expect(value, name).toMatch(expected);
    }
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("strict-transport-security");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
    if (/^\/(api|v1|kling)\//.test(address)) expect(headers["content-security-policy"]).toBe(DATA_POLICY);
  },
);

test.each([
  ["br", "br"],
  ["gzip", "gzip"],
  ["identity", undefined],
])(
  "a script of the build is answered as a browser that takes %s wants it, for good",
  async (accepted, encoding) => {
    const page = await fetch(`${app.url}/sign-in`);
    const [script = ""] = /\/_next\/static\/[^"]+\.js/.exec(await page.text()) ?? [];
    const { status, headers } = await ask("GET", script, { "accept-encoding": accepted });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/javascript",
      "cache-control": "public,max-age=31536000,immutable",
      "content-security-policy": ASSET_POLICY,
      "x-content-type-options": "nosniff",
    });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers.vary).toBe("Accept-Encoding");
  },
);

test.each(ALL_OPERATIONS.map(({ id, path: at }) => ({ id, at })))(
  "at the path of $id only declared methods answer",
  async ({ at }) => {
    const declared = ALL_OPERATIONS.filter((it) => fill(it.path) === fill(at)).map((it) => it.method);
    for (const method of METHODS) {
      const isDeclared = declared.some((it) => it === method || (it === "GET" && method === "HEAD"));
      if (isDeclared || method === "OPTIONS") continue;
      // A Kling client is told that it is not signed in before it is told that there is no such method.
      const refused = at.startsWith("/api/") ? [404, 405] : [401, 404, 405];
      const { status } = await ask(method, fill(at));
      expect(refused, `${method} ${at}`).toContain(status);
    }
  },
);

test("TRACE, which Next cannot even represent, is refused and echoes nothing", async () => {
  for (const address of ["/", "/api/me", "/v1/x"]) {
    const { status, body } = await ask("TRACE", address, { cookie: "canary=1" });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain("canary");
  }
});

test.each(Object.keys(PAGES).filter((page) => PAGES[page] === "anyone" && page !== "/"))(
  "%s names a fresh nonce on every script, and no script stands without",
  async (page) => {
    const [first, second] = [await ask("GET", fill(page)), await ask("GET", fill(page))];
    const nonces = [first, second].map(
      (it) => /'nonce-([^']+)'/.exec(String(it.headers["content-security-policy"]))?.[1],
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    if (first.status >= 300 && first.status < 400) return;
    const scripts = first.body.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonces[0]}"`);
  },
);

test.each(Object.keys(PAGES).filter((page) => PAGES[page] !== "anyone"))(
  "%s sends a stranger away before it shows anything",
  async (page) => {
    const { status, headers, body } = await ask("GET", fill(page));
    expect(status).toBe(307);
    expect(headers.location).toMatch(/^\/(sign-in|create)/);
    expect(body).not.toContain("<main");
  },
);

test.each(Object.keys(PAGES).filter((page) => PAGES[page] === "member"))(
  "%s shows a stranger nothing either when a client asks for its data, or claims to have passed the proxy",
  async (page) => {
    const claims: Record<string, string>[] = [
      { rsc: "1" },
      { rsc: "1", "next-router-prefetch": "1" },
      { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
      { "x-middleware-next": "1", "x-nextjs-data": "1" },
    ];
    for (const headers of claims) {
      const { status, body } = await ask("GET", fill(page), headers);
      expect([200, 303, 307]).toContain(status);
      expect(body).not.toMatch(/team_0|member_0|user_0/);
    }
  },
);

/** What a reverse proxy should take away (docs/guides/reverse-proxy.md): the studio does not need it to. */
const FORGED: readonly Readonly<Record<string, string>>[] = [
  { "next-resume": "1" },
  { "x-nextjs-data": "1", "x-nextjs-postponed": "1", "x-nextjs-html-request-id": "canary" },
  { "x-matched-path": "/gallery", "x-invoke-path": "/gallery", "x-now-route-matches": "1" },
  { "x-middleware-rewrite": "http://127.0.0.1:1/canary", "x-middleware-override-headers": "cookie" },
  { "x-forwarded-host": "evil.example.com", "x-forwarded-proto": "https", "x-forwarded-port": "6666" },
  {
    forwarded: "host=evil.example.com;proto=https",
    "x-forwarded-for": "127.0.0.1",
    "x-real-ip": "127.0.0.1",
  },
  { host: "evil.example.com" },
];

test.each(FORGED)("a stranger's %j changes no answer", async (headers) => {
  for (const address of ["/", "/gallery", "/api/me", "/api/livez", "/v1/videos/text2video"]) {
    const [plain, forged] = [await ask("GET", address), await ask("GET", address, headers)];
    expect([forged.status, forged.headers.location], address).toEqual([plain.status, plain.headers.location]);
    expect(JSON.stringify(forged), address).not.toMatch(/evil|canary/);
  }
});

test("no shape of a request makes the studio a relay or a socket of another protocol", async () => {
  const elsewhere = await startHttpFixture((_call, response) => response.end("canary"));
  const host = `Host: localhost\r\n`;
  const shapes = [
    `GET http://127.0.0.1:${elsewhere.port}/ HTTP/1.1\r\n${host}\r\n`,
    `GET http://evil.example.com/api/livez HTTP/1.1\r\n${host}\r\n`,
    `GET //127.0.0.1:${elsewhere.port}/ HTTP/1.1\r\n${host}\r\n`,
    `GET /_next/image?url=http://127.0.0.1:${elsewhere.port}/a.png&w=64&q=75 HTTP/1.1\r\n${host}\r\n`,
    `CONNECT 127.0.0.1:${elsewhere.port} HTTP/1.1\r\n${host}\r\n`,
    `GET /api/livez HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}x-flood: ${"a".repeat(70_000)}\r\n\r\n`,
    `POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ];
  for (const shape of shapes) {
    const answer = await say(shape);
    const what = shape.slice(0, 60);
    expect(answer, what).not.toMatch(/^HTTP\/1\.1 (101|200 Connection)/);
    expect(answer, what).not.toContain("canary");
  }
  expect(elsewhere.connections()).toBe(0);
  elsewhere.close();
});

/** Sends bytes as they are; resolves with the first piece of the answer, or with nothing when the other side hangs up. */
function say(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(app.url).port), "localhost", () => socket.write(bytes));
    socket.once("error", () => resolve(""));
    socket.once("close", () => resolve(""));
    socket.once("data", (data) => {
      resolve(data.toString("utf8"));
      socket.destroy();
    });
  });
}

test("health is up once the worker beats, and tells strangers nothing more", async () => {
  await vi.waitFor(async () => expect((await ask("GET", "/api/health")).status).toBe(200), {
    timeout: 30_000,
  });
  expect(JSON.parse((await ask("GET", "/api/health")).body)).toEqual({ status: "up" });
});

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** Plain HTTP: `fetch` refuses TRACE and follows redirects. */
function ask(method: string, address: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(`${app.url}${address}`, { method, headers }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      const body = Buffer.concat(parts).toString("utf8");
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
    call.on("error", reject);
    call.end();
  });
}

async function readBuiltPaths(): Promise<string[]> {
  const manifest: Record<string, string> = JSON.parse(
    await readFile(builtFile("app-path-routes-manifest.json"), "utf8"),
  );
  return Object.values(manifest).map((it) => it.replace(/\[([^\]]+)\]/g, "{$1}"));
}

function builtFile(name: string): string {
  return path.join(PROJECT_DIR, ".next", name);
}

/** Whether a registered path is answered at a built one; a catch-all answers whatever begins like it. */
function isAt(registered: string, built: string): boolean {
  const catchAll = /^(.*\/)\{\.\.\.\w+\}$/.exec(built)?.[1];
  return catchAll === undefined ? registered === built : registered.startsWith(catchAll);
}

function fill(template: string): string {
  return template.replace(/\{(\.\.\.)?\w+\}/g, "x");
}
