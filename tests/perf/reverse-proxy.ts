import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "#scripts/free-port.ts";
import { PROJECT_DIR } from "#scripts/project-dir.ts";
import { type HttpFixture, startHttpFixture } from "#tests/support/http-fixture.ts";
import { until } from "#tests/support/until.ts";

/**
 * `node tests/perf/reverse-proxy.ts [--nginx /path/to/nginx]`: the nginx sample of docs/guides/reverse-proxy.md in front of a server that tells
 * what reached it. Every header and shape that the guide says is taken away or refused is sent through it. Not a test of `npm test`:
 * it needs an nginx.
 */
const { values } = parseArgs({ options: { nginx: { type: "string", default: "nginx" } } });

/** Sent by a client; none of it may reach the studio as it was sent. */
const HOSTILE_HEADERS: Readonly<Record<string, string>> = {
  "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
  "x-middleware-subrequest-id": "canary",
  "x-middleware-next": "1",
  "x-middleware-rewrite": "canary",
  "x-middleware-override-headers": "canary",
  "x-middleware-set-cookie": "canary",
  "next-resume": "1",
  "x-nextjs-data": "canary",
  "x-nextjs-cache": "canary",
  "x-nextjs-postponed": "canary",
  "x-nextjs-html-request-id": "canary",
  "x-matched-path": "canary",
  "x-invoke-path": "canary",
  "x-now-route-matches": "canary",
  "x-nonce": "canary",
  "content-security-policy": "canary",
  "x-forwarded-for": "203.0.113.66",
  "x-forwarded-proto": "gopher",
  "x-forwarded-host": "evil.example.com",
  "x-forwarded-port": "6666",
  "x-forwarded-prefix": "canary",
  "x-forwarded-server": "canary",
  "x-real-ip": "203.0.113.66",
  forwarded: "for=203.0.113.66",
};

/** What the studio learns from the proxy itself. */
const OWN: Readonly<Record<string, string>> = {
  "x-real-ip": "127.0.0.1",
  "x-forwarded-for": "127.0.0.1",
  "x-forwarded-proto": "http",
  "x-forwarded-host": "studio.example.com",
};

type Shape = { readonly name: string; readonly bytes: string; readonly expected: RegExp };

const HOST = "Host: studio.example.com\r\n";

const REFUSED: readonly Shape[] = [
  { name: "TRACE", bytes: `TRACE / HTTP/1.1\r\n${HOST}\r\n`, expected: / 40[05] / },
  { name: "CONNECT", bytes: `CONNECT 127.0.0.1:5432 HTTP/1.1\r\n${HOST}\r\n`, expected: / 40[05] / },
  { name: "absolute form", bytes: `GET http://evil.example.com/ HTTP/1.1\r\n${HOST}\r\n`, expected: / 400 / },
  {
    name: "absolute form of an address inside",
    bytes: `GET http://127.0.0.1:5432/ HTTP/1.1\r\n${HOST}\r\n`,
    expected: / 400 /,
  },
  {
    name: "websocket",
    bytes: `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    expected: / 400 /,
  },
  {
    name: "h2c",
    bytes: `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
    expected: / 400 /,
  },
  {
    name: "head too large",
    bytes: `GET / HTTP/1.1\r\n${HOST}x-flood: ${"a".repeat(70_000)}\r\n\r\n`,
    expected: / 400 /,
  },
  {
    name: "body too large",
    bytes: `POST / HTTP/1.1\r\n${HOST}Content-Length: 600000000\r\n\r\n`,
    expected: / 413 /,
  },
  {
    name: "two lengths",
    bytes: `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\nx`,
    expected: / 400 /,
  },
  {
    name: "length and chunks",
    bytes: `POST / HTTP/1.1\r\n${HOST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    expected: / 400 /,
  },
];

const folder = await mkdtemp(path.join(tmpdir(), "framewright-nginx-"));
const studio = await startHttpFixture((_call, response) => response.end("reached"));
const port = await freePort();
const nginx = await startNginx();
try {
  const problems = [...(await wrongHeaders()), ...(await reached())];
  for (const problem of problems) console.error(`✗ ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else
    console.log(
      `✓ ${Object.keys(HOSTILE_HEADERS).length} headers and ${REFUSED.length} shapes have no effect`,
    );
} finally {
  nginx.kill("SIGTERM");
  await once(nginx, "exit");
  studio.close();
  await rm(folder, { recursive: true, force: true });
}

async function startNginx(): Promise<ChildProcess> {
  for (const name of ["body", "proxy", "fastcgi", "uwsgi", "scgi"]) await mkdir(path.join(folder, name));
  const file = path.join(folder, "nginx.conf");
  await writeFile(file, wholeConfig(await readSample(), studio));
  const child = spawn(values.nginx, ["-c", file, "-p", folder, "-e", "stderr"], { stdio: "inherit" });
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/up`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(isUp, { withinMs: 5_000, what: "nginx answers" });
  return child;
}

async function readSample(): Promise<string> {
  const guide = await readFile(path.join(PROJECT_DIR, "docs/guides/reverse-proxy.md"), "utf8");
  const sample = /```nginx\n([\s\S]*?)```/.exec(guide)?.[1];
  if (sample === undefined) throw new Error("the guide has no nginx sample");
  return sample;
}

/** The sample as it stands, but for where it listens, its certificate, and where the studio is. */
function wholeConfig(sample: string, { port: studioPort }: HttpFixture): string {
  const here = sample
    .replace("listen 443 ssl;", `listen 127.0.0.1:${port};`)
    .replace(/^\s*ssl_certificate.*$/gm, "")
    .replace("server 127.0.0.1:3000;", `server 127.0.0.1:${studioPort};`);
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${path.join(folder, name.replace("client_", ""))};`,
  );
  return `daemon off; pid ${folder}/pid; events {}\nhttp { access_log off; ${folders.join(" ")}\n${here}\n}\n`;
}

async function wrongHeaders(): Promise<string[]> {
  const lines = Object.entries(HOSTILE_HEADERS).map(([name, value]) => `${name}: ${value}\r\n`);
  const problems: string[] = [];
  for (const address of ["/", "/api/events"]) {
    await say(`GET ${address} HTTP/1.1\r\n${HOST}${lines.join("")}Connection: close\r\n\r\n`);
    const headers: IncomingHttpHeaders = studio.calls.at(-1)?.headers ?? {};
    for (const name of Object.keys(HOSTILE_HEADERS)) {
      if (headers[name] !== OWN[name]) problems.push(`${address} was told ${name}: ${headers[name]}`);
    }
  }
  return problems;
}

async function reached(): Promise<string[]> {
  const problems: string[] = [];
  for (const { name, bytes, expected } of REFUSED) {
    const before = studio.calls.length;
    const answer = await say(bytes);
    const [status = ""] = answer.split("\r\n");
    if (!expected.test(`${status} `)) problems.push(`${name} was answered ${status}`);
    if (studio.calls.length > before) problems.push(`${name} reached the studio`);
  }
  return problems;
}

/** Sends bytes as they are and hears what comes back until the other side is done, or has said its first piece. */
function say(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.setTimeout(5_000, () => socket.destroy(new Error("no answer")));
    socket.once("error", reject);
    socket.once("data", (data) => {
      socket.destroy();
      resolve(data.toString("utf8"));
    });
  });
}
