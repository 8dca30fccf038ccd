import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { buildWhenStale } from "#scripts/build.ts";
import { freePort } from "#scripts/free-port.ts";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { stdoutReporter as reporter } from "#scripts/reporter.ts";
import { startApp } from "#tests/support/start-app.ts";
import { cloneTestDatabase, startTestServer } from "#tests/support/test-database.ts";

/**
 * `node tests/perf/upload-memory.ts`: what a 200 MB upload costs the web process of the built studio in memory, in one call and over a
 * link that is cut ten times. Ends with 1 when it is more than its budget, or the file is not the one that was sent.
 */
const MB = 1024 * 1024;
const FILE_BYTES = 200 * MB;
const CUTS = 10;
/** Above idle. Ours. */
const BUDGET_BYTES = 150 * MB;
const LOOK_EVERY_MS = 50;

const ACCOUNT = {
  email: "ann@example.com",
  password: "boat-kettle-91-lantern",
  name: "Ann",
  teamName: "Kites",
};
const LOGIN = { email: ACCOUNT.email, password: ACCOUNT.password };

await buildWhenStale(reporter);
const server = await startTestServer();
const [database, dataDir] = await Promise.all([cloneTestDatabase(server.url), createThrowAwayDir()]);
// lib reads the environment when it is loaded, and the film is rendered by it.
Object.assign(process.env, {
  DATABASE_URL: database.url,
  DATA_DIR: dataDir,
  BETTER_AUTH_SECRET: "secret-for-tests-only-".repeat(2),
  MASTER_KEY: "master-key-for-tests-only-".repeat(2),
});
const { paddedFilm } = await import("#tests/support/padded-film.ts");
const { beginOnWire, callWire, finishOnWire, sendOverBadLink } = await import("#tests/support/wire-tus.ts");
const app = await startApp({ databaseUrl: database.url, dataDir, port: await freePort() });
try {
  const wire = { origin: app.url, headers: { origin: app.url, cookie: await signUp() } };
  await measure("in one call", () => Number.POSITIVE_INFINITY, 1);
  await measure(`over a link that is cut ${CUTS} times`, () => FILE_BYTES / (CUTS + 1), 2);

  async function measure(how: string, nextCut: () => number, seed: number): Promise<void> {
    const file = await paddedFilm(FILE_BYTES, seed);
    const idle = await residentBytes();
    const watch = watchMemory();
    const startedAt = performance.now();
    const id = await beginOnWire(wire, { name: "film.mp4", type: "video/mp4", length: file.length });
    const broken = await sendOverBadLink(wire, { id, file, nextCut });
    const sentMs = performance.now() - startedAt;
    const sendingPeak = watch.peak();
    const finished = await finishOnWire(wire, id);
    const finishMs = performance.now() - startedAt - sentMs;
    const above = watch.stop() - idle;
    const isWhole = finished?.status === 201 && (await hashOf(JSON.parse(finished.body).id)) === hash(file);
    console.log(
      `${isWhole && above <= BUDGET_BYTES ? "✓" : "✗"} 200 MB ${how}: ${broken} calls broken, ` +
        `sent in ${seconds(sentMs)}, finished in ${seconds(finishMs)}, idle ${megabytes(idle)}, ` +
        `+${megabytes(sendingPeak - idle)} while sending, +${megabytes(above)} at most, ${isWhole ? "whole" : "NOT WHOLE"}`,
    );
    if (!isWhole || above > BUDGET_BYTES) process.exitCode = 1;
  }

  async function hashOf(assetId: string): Promise<string> {
    const answer = await fetch(`${app.url}/api/assets/${assetId}/content`, { headers: wire.headers });
    const sum = createHash("sha256");
    for await (const chunk of answer.body ?? []) sum.update(chunk);
    return sum.digest("hex");
  }

  async function signUp(): Promise<string> {
    const headers = { origin: app.url, "content-type": "application/json" };
    const post = (path: string, data: object) =>
      fetch(app.url + path, { method: "POST", headers, body: JSON.stringify(data) });
    const setUp = await post("/api/setup", ACCOUNT);
    if (!setUp.ok) throw new Error(`${setUp.status} ${await setUp.text()}`);
    const signedIn = await post("/api/auth/sign-in/email", LOGIN);
    const cookies = signedIn.headers.getSetCookie().map((line) => line.split(";")[0]);
    const cookie = cookies.join("; ");
    await callWire({ origin: app.url, headers: { cookie } }, { method: "GET", path: "/api/assets" }); // warm
    return cookie;
  }
} finally {
  await app.stop();
  await server.remove();
}

async function residentBytes(): Promise<number> {
  const status = await readFile(`/proc/${app.web.pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

function watchMemory() {
  let peak = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await residentBytes());
      await sleep(LOOK_EVERY_MS);
    }
  })();
  void watching;
  return {
    peak: () => peak,
    stop() {
      isOver = true;
      return peak;
    },
  };
}

function hash(file: Buffer): string {
  return createHash("sha256").update(file).digest("hex");
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MB)} MB`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
