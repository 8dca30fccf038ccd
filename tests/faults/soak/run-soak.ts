import { systemDb } from "#lib/db/client.ts";
import { freePort } from "#scripts/free-port.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { until } from "#tests/support/until.ts";
import { startTaskDoor, startWorker } from "#tests/support/worker-process.ts";
import { checkRun } from "../checker/check-run.ts";
import type { Verdict } from "../checker/verdict.ts";
import { keepRunning } from "../killer/keep-running.ts";
import { letKillerLoose } from "../killer/killer.ts";
import { startFaultProxy } from "../proxy/fault-proxy.ts";
import { stormOf } from "../sim/fault-scripts.ts";
import { startKlingSim } from "../sim/kling-sim.ts";
import { type Actor, hostsOf, keepHurrying, teamAt, untilAtRest } from "../stage.ts";
import { orderAll } from "./order-all.ts";
import { STORM, toxicStorm } from "./storm.ts";

type Soak = {
  readonly seed: number;
  readonly tasks: number;
  /** When this time is over, no more is ordered, however many were wanted. */
  readonly orderForMs: number;
  readonly restartDatabase: () => Promise<void>;
  readonly say: (line: string) => void;
};

/** How long what is ordered may take to come to rest; only to end a loop. */
const REST_MS = 30 * 60_000;

/** Two workers, one web, four dialects, and everything that can go wrong until all tasks are ordered and at rest. */
export async function runSoak({ seed, tasks, orderForMs, restartDatabase, say }: Soak): Promise<Verdict> {
  const random = seededRandom(seed);
  const sim = await startKlingSim({
    faults: stormOf({ seed, rate: 0.45, menu: STORM }),
    refusesDuplicate: ({ dialect }) => dialect === "native",
  });
  const proxy = await startFaultProxy(sim.url, toxicStorm(seed, 0.2));
  const actors = await raiseActors(sim.url, proxy.url);
  const teamIds = actors.map(({ teamId }) => teamId);
  const doorPort = await freePort();
  const environment = {
    OUTBOUND_ALLOWED_HOSTS: hostsOf([sim.url, proxy.url]),
    SUBMIT_TIMEOUT_SECONDS: "1",
    LOG_LEVEL: "error",
  };
  const web = keepRunning(() => startTaskDoor({ DOOR_PORT: String(doorPort) }));
  const workers = [0, 1].map(() => keepRunning(() => startWorker(environment)));
  const over = new AbortController();
  const away = () => undefined; // the database may be restarting
  const hurrying = keepHurrying(() => letMoreTimePass(actors));
  const reporting = setInterval(() => void report().catch(away), 20_000);
  const killing = letKillerLoose({
    workers,
    web,
    restartDatabase,
    random,
    everyMs: { least: 10_000, most: 30_000 },
    signal: over.signal,
  });
  try {
    const orders = await orderAll({ actors, tasks, doorPort, seed, orderForMs });
    say(`${orders} are ordered`);
    await until(() => fewAreLeft(actors, orders / 50).catch(() => false), {
      withinMs: REST_MS,
      everyMs: 1_000,
      what: "the storm is over",
    });
    over.abort();
    const deeds = await killing;
    say(`deeds ${JSON.stringify(deeds)}`);
    await untilAtRest(teamIds, { withinMs: REST_MS });
    hurrying.stop();
    for (const worker of workers) await worker.end("SIGTERM");
    await web.end("SIGTERM");
    const kills = Object.values(deeds).reduce((sum, count) => sum + count, 0);
    const accounts = actors.map(({ account }) => account);
    const verdict = await checkRun({
      sim,
      teamIds,
      accounts,
      orders,
      seed,
      networkFaults: proxy.faults(),
      kills,
    });
    say(
      `${sim.log.faults()} faults by the upstream, ${proxy.faults()} by the network, ${kills} by the killer`,
    );
    return verdict;
  } finally {
    over.abort();
    hurrying.stop();
    clearInterval(reporting);
    for (const process of [...workers, web]) await process.end("SIGKILL");
    await proxy.close();
    await sim.close();
  }

  async function report(): Promise<void> {
    const rows = await systemDb.task.groupBy({ by: ["status"], _count: true });
    const counts = rows.map(({ status, _count }) => `${status} ${_count}`).join(", ");
    say(`${counts}; ${sim.log.faults() + proxy.faults()} faults`);
  }
}

/** Several accounts of each kind, so that one that is left in peace for a while does not stop the others. */
const ACCOUNTS_EACH = 4;

function raiseActors(direct: string, throughProxy: string): Promise<readonly Actor[]> {
  const kinds = [
    { url: throughProxy },
    { url: direct },
    { url: throughProxy, preset: "official_china" },
    { url: throughProxy, preset: "framewright" },
    { url: `${throughProxy}/kling`, preset: "dmxapi" },
    { url: direct, dialect: "unified" },
    { url: direct, dialect: "generations" },
  ] as const;
  return Promise.all(kinds.flatMap((kind) => Array.from({ length: ACCOUNTS_EACH }, () => teamAt(kind))));
}

/** In this storm "full" means nothing, and no call is ever under way for longer than its answer is waited for. */
async function letMoreTimePass(actors: readonly Actor[]): Promise<void> {
  await giveUpOnDoubts(actors);
  await systemDb.packLimit.deleteMany();
  await systemDb.$executeRaw`UPDATE "Task" SET "calledAt" = "calledAt" - interval '10 seconds' WHERE "status" = 'submitting'`;
}

async function fewAreLeft(actors: readonly Actor[], few: number): Promise<boolean> {
  const ids = (isClassA: boolean) =>
    actors.filter(({ account }) => account.isClassA === isClassA).map(({ teamId }) => teamId);
  const running = { notIn: ["succeeded", "failed", "canceled", "unknown"] };
  const left = await systemDb.task.count({
    where: {
      OR: [
        { teamId: { in: ids(true) }, status: running },
        {
          teamId: { in: ids(false) },
          status: running,
          NOT: { status: "submitting", submitCalls: { gt: 0 } },
        },
      ],
    },
  });
  return left <= few;
}

const LOOKS = 3;

/** Where no id of ours is certain to be refused twice, the engine looks for a day before it asks a person: here it looks a few times. */
async function giveUpOnDoubts(actors: readonly Actor[]): Promise<void> {
  const doubtful = actors.filter(({ account }) => !account.isClassA).map(({ teamId }) => teamId);
  await systemDb.$executeRaw`
    UPDATE "Task" SET "queuedAt" = "queuedAt" - interval '25 hours'
    WHERE "teamId" = ANY(${doubtful}) AND "status" = 'submitting' AND "submitCalls" > 0 AND "stepFailures" >= ${LOOKS}`;
}
