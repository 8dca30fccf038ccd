import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { buildWhenStale } from "#scripts/build.ts";
import { freePort } from "#scripts/free-port.ts";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { stdoutReporter as reporter } from "#scripts/reporter.ts";
import { startApp } from "#tests/support/start-app.ts";
import { cloneTestDatabase, startTestServer } from "#tests/support/test-database.ts";

/**
 * What the gateway costs: accepted creates per second and the latency of the slowest 2.5 %, on the production build with a sandbox that has no
 * delay, beside a floor that only parses and inserts. Printed as a ratio, because both share this machine.
 */
const CONNECTIONS = [1, 16, 64] as const;
const SECONDS = 8;
const TARGET_RATIO = 0.35;

/** A key may order 120 times in a minute (`lib/http/rate-classes.ts`), so that many take turns. */
const KEYS = 800;

/** Next loads its pages in the background for a while after the first answer. */
const SETTLE_MS = 5_000;

const BODY = JSON.stringify({ model_name: "kling-v1", prompt: "a paper boat", mode: "std", duration: "5" });

await buildWhenStale(reporter);
const server = await startTestServer();
const [database, dataDir] = await Promise.all([cloneTestDatabase(server.url), createThrowAwayDir()]);
await mkdir("test-results", { recursive: true });
const app = await startApp({
  databaseUrl: database.url,
  dataDir,
  port: await freePort(),
  logFile: "test-results/perf-gateway.log",
});
const floorPort = await freePort();
const floor = fork("tests/perf/gateway/floor-server.ts", {
  env: { ...process.env, DATABASE_URL: database.url, PORT: String(floorPort) },
});
try {
  await once(floor, "message");
  // The sandbox renders what it is given; here only the acceptance is timed.
  await app.worker.end();
  const keys = await makeKeys();
  await sleep(SETTLE_MS);
  await measure(`${app.url}/v1/videos/text2video`, 16, keys); // once warm, as the floor's few lines are at once
  const rows = [];
  for (const connections of CONNECTIONS) {
    const bare = await measure(`http://localhost:${floorPort}/`, connections, [""]);
    const gateway = await measure(`${app.url}/v1/videos/text2video`, connections, keys);
    const ratio = gateway.perSecond / bare.perSecond;
    rows.push({
      connections,
      floor: bare.perSecond,
      floorP97_5Ms: bare.p97_5Ms,
      ...gateway,
      ratio: Number(ratio.toFixed(3)),
    });
  }
  console.table(rows);
  const isBelow = rows.some(({ ratio }) => ratio < TARGET_RATIO);
  console.log(isBelow ? `below the target of ${TARGET_RATIO}` : `at or above the target of ${TARGET_RATIO}`);
  process.exitCode = isBelow ? 1 : 0;
} finally {
  floor.kill();
  await app.stop();
  await server.remove();
  await rm(dataDir, { recursive: true, force: true });
}

/** In this process, with the application's own environment, so that the keys are ones it knows. */
async function makeKeys(): Promise<string[]> {
  Object.assign(process.env, app.environment);
  const { createFirstTeam } = await import("#lib/teams/create-first-team.ts");
  const { createApiKey } = await import("#lib/teams/create-api-key.ts");
  const account = { email: "perf@example.com", password: "boat-kettle-91-lantern", name: "Perf" };
  const { teamId, userId } = await createFirstTeam({ ...account, teamName: "Perf", force: true });
  const keys: string[] = [];
  for (let index = 0; index < KEYS; index += 1) {
    const made = await createApiKey({
      teamId,
      userId,
      name: `perf ${index}`,
      scope: "create",
      expiresAt: null,
    });
    keys.push(made.key);
  }
  return keys;
}

async function measure(url: string, connections: number, keys: readonly string[]) {
  let turn = 0;
  const result = await autocannon({
    url,
    method: "POST",
    body: BODY,
    connections,
    duration: SECONDS,
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          turn += 1;
          const authorization = `Bearer ${keys[turn % keys.length]}`;
          return { ...request, headers: { "content-type": "application/json", authorization } };
        },
      },
    ],
  });
  if (result.non2xx > 0)
    throw new Error(`${result.non2xx} of ${result.requests.total} calls of ${url} were refused`);
  return {
    perSecond: Math.round(result["2xx"] / SECONDS),
    p97_5Ms: result.latency.p97_5,
    maxMs: result.latency.max,
  };
}
