import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { freePort } from "#scripts/free-port.ts";
import { cloneTestDatabase, startTestServer } from "#tests/support/test-database.ts";
import type { Account } from "./tracking/running-tasks.ts";
import type { Usage } from "./tracking/tracker-process.ts";
import type { Counts, UpstreamTask } from "./tracking/upstream-server.ts";

/**
 * How late the studio learns that a task has ended, and what that costs: many running tasks over native upstreams, kept at their
 * number for as long as it lasts, and the tracker of one worker. Durations are those that paced.ts may learn. Prints one table.
 */
const { values } = parseArgs({
  options: {
    tasks: { type: "string", default: "10000" },
    connections: { type: "string", default: "200" },
    seconds: { type: "string", default: "90" },
    latency: { type: "string", default: "80" },
  },
});
const [tasks, connections, seconds] = [values.tasks, values.connections, values.seconds].map(Number) as [
  number,
  number,
  number,
];
const WARM_UP_SECONDS = 20;
/** Ends of the last seconds are not judged: they may rightly be seen later. */
const AFTER_SECONDS = 10;
/** Longest time that writing one row took on a busy machine. */
const MS_PER_ROW = 4;
const TARGET_P95_MS = 6_000;

const server = await startTestServer();
const database = await cloneTestDatabase(server.url);
const port = await freePort();
Object.assign(process.env, {
  DATABASE_URL: database.url,
  DATA_DIR: server.dataDir,
  BETTER_AUTH_SECRET: "secret-for-measurements-only-".repeat(2),
  MASTER_KEY: "master-key-for-measurements-only-".repeat(2),
  OUTBOUND_ALLOWED_HOSTS: `127.0.0.1:${port}`,
  LOG_LEVEL: "warn",
});
const upstream = fork("tests/perf/tracking/upstream-server.ts", {
  env: { ...process.env, PORT: String(port), LATENCY_MS: values.latency },
});
try {
  await once(upstream, "message");
  const { openAccount, startTasks } = await import("./tracking/running-tasks.ts");
  const { systemDb } = await import("#lib/db/client.ts");
  const accounts: Account[] = [];
  for (let index = 0; index < connections; index += 1) {
    accounts.push(await openAccount(`account${index}`, `http://127.0.0.1:${port}`));
  }
  const ends = new Map<string, number>();
  const start = async (count: number, { isUnderWay = false, atMs = Date.now() } = {}) => {
    const started = await startTasks(accounts, { count, isUnderWay, atMs });
    for (const { id, endsMs } of started) ends.set(id, endsMs);
    upstream.send(started satisfies UpstreamTask[]);
  };
  // Nothing ends while the rows are written.
  const startsMs = Date.now() + tasks * MS_PER_ROW;
  await start(tasks, { isUnderWay: true, atMs: startsMs });
  await systemDb.$executeRaw`ANALYZE`;
  await sleep(Math.max(0, startsMs - Date.now()));
  const tracker = fork("tests/perf/tracking/tracker-process.ts");
  await once(tracker, "message");
  const keepUp = async (forSeconds: number) => {
    const untilMs = Date.now() + forSeconds * 1000;
    while (Date.now() < untilMs) {
      const atMs = Date.now();
      const over = [...ends.values()].filter((endsMs) => endsMs <= atMs).length;
      await start(Math.max(0, tasks + over - ends.size));
      await sleep(1_000);
    }
  };
  const looksSoFar = async () =>
    Number((await systemDb.task.aggregate({ _sum: { fence: true } }))._sum.fence);

  await keepUp(WARM_UP_SECONDS);
  const fromMs = Date.now();
  const before = {
    usage: await ask<Usage>(tracker),
    counts: await ask<Counts>(upstream),
    looks: await looksSoFar(),
  };
  await keepUp(seconds);
  const untilMs = Date.now();
  const after = {
    usage: await ask<Usage>(tracker),
    counts: await ask<Counts>(upstream),
    looks: await looksSoFar(),
  };
  await keepUp(AFTER_SECONDS);

  const finished = await systemDb.taskEvent.findMany({
    where: { type: "finished" },
    select: { createdAt: true, task: { select: { upstreamTaskId: true } } },
  });
  const seenMs = new Map(finished.map(({ createdAt, task }) => [task.upstreamTaskId, createdAt.getTime()]));
  const judged = [...ends].filter(([, endsMs]) => endsMs >= fromMs && endsMs < untilMs);
  const lateMs = judged
    .map(([id, endsMs]) => (seenMs.get(id) ?? Number.POSITIVE_INFINITY) - endsMs)
    .toSorted((one, other) => one - other);
  const quantile = (part: number) => lateMs[Math.floor(part * (lateMs.length - 1))] ?? Number.NaN;
  const tookMs = after.usage.atMs - before.usage.atMs;
  const perSecond = (count: number) => Number(((count * 1000) / tookMs).toFixed(1));
  const calls = after.counts.lists - before.counts.lists + (after.counts.alone - before.counts.alone);
  const p95Ms = quantile(0.95);
  console.table({
    "running tasks": tasks,
    connections,
    "ends judged": judged.length,
    "not seen yet": lateMs.filter((ms) => ms === Number.POSITIVE_INFINITY).length,
    "end to visible p50, ms": quantile(0.5),
    "end to visible p95, ms": p95Ms,
    "end to visible p99, ms": quantile(0.99),
    "list calls per second": perSecond(after.counts.lists - before.counts.lists),
    "single calls per second": perSecond(after.counts.alone - before.counts.alone),
    "calls per task": Number((calls / judged.length).toFixed(2)),
    "looks per task": Number(((after.looks - before.looks) / judged.length).toFixed(1)),
    "tracker, cores": Number(((after.usage.cpuMs - before.usage.cpuMs) / tookMs).toFixed(2)),
    "tracker's event loop delay p99, ms": Number(after.usage.delayP99Ms.toFixed(1)),
  });
  tracker.kill("SIGTERM");
  await once(tracker, "exit");
  await systemDb.$disconnect();
  process.exitCode = p95Ms <= TARGET_P95_MS ? 0 : 1;
} finally {
  upstream.kill();
  await server.remove();
}

async function ask<Answer>(child: ChildProcess): Promise<Answer> {
  child.send("counts");
  const [answer] = await once(child, "message");
  return answer as Answer; // the child's own script says so
}
