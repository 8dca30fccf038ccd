import { randomUUID } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { freePort } from "#scripts/free-port.ts";
import { startPrivateDatabase } from "#tests/support/private-database.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { until } from "#tests/support/until.ts";
import { startTaskDoor, startWorker, type TestProcess } from "#tests/support/worker-process.ts";

// What is killed here is this file's own; lib/db connects to it because it is loaded only now.
const database = await startPrivateDatabase();
process.env.DATABASE_URL = database.url;
process.env.DATA_DIR = path.join(database.dataDir, "studio");
const { systemDb } = await import("#lib/db/client.ts");
const { createTeam } = await import("#tests/support/team-fixture.ts");
const { checkInvariants } = await import("#tests/support/check-invariants.ts");

const mediaDir = path.join(process.env.DATA_DIR, "media");
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const random = seededRandom(seed);

afterAll(async () => {
  await systemDb.$disconnect();
  await database.remove();
});

const KILLS = 24;
const ORDERS = 48;
const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", aspect_ratio: "1:1" } as const;

/** Mostly orders that end without a render, so that many are under way at every kill. */
const PROMPTS = ["", "[lost]", "[fail:1303]", "[slow:2]", "[lost:call]"];
/** Each of so many is rendered and archived. */
const RENDERED = 10;

function promptOf(index: number): string {
  const order = PROMPTS[index % PROMPTS.length];
  return index % RENDERED === 0 ? `a fox in the snow ${order} ${index}` : `[fail:risk] ${order} ${index}`;
}

/** A process that is started again whenever it dies, as the supervisor does. */
function keepRunning(start: () => TestProcess) {
  let current = start();
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      await current.ended;
      if (!isOver) current = start();
    }
  })();
  return {
    kill: () => current.child.kill("SIGKILL"),
    output: () => current.output(),
    async end(signal: NodeJS.Signals) {
      isOver = true;
      await current.kill(signal);
      await watching;
    },
  };
}

test(`${KILLS} kills of worker, web and database lose no task and double none (KILL_SEED=${seed})`, {
  timeout: 240_000,
}, async () => {
  const team = await createTeam({ maxParallel: 8 });
  const doorPort = await freePort();
  const door = keepRunning(() => startTaskDoor({ DOOR_PORT: String(doorPort) }));
  const workers = [keepRunning(startWorker), keepRunning(startWorker)];
  onTestFinished(async () => {
    for (const running of [door, ...workers]) await running.end("SIGKILL");
  });
  const killing = (async () => {
    const kills = { worker: 0, web: 0, database: 0 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      await sleep(300 + random() * 2_500);
      const dice = random();
      if (dice < 0.5) {
        workers[Math.floor(random() * workers.length)]?.kill();
        kills.worker += 1;
      } else if (dice < 0.75) {
        door.kill();
        kills.web += 1;
      } else {
        await database.killAndRestart();
        kills.database += 1;
      }
    }
    return kills;
  })();

  const order = async (index: number) => {
    const prompt = promptOf(index);
    const body = JSON.stringify({
      caller: team.caller,
      request: { ...CLIP, prompt },
      repeat: { key: `order-${index}-${randomUUID()}`, bodySha256: prompt },
    });
    await sleep(random() * 30_000);
    // A client that got no answer asks again with the same key, until it has one.
    const ask = async () => {
      const response = await fetch(`http://127.0.0.1:${doorPort}`, { method: "POST", body });
      return response.status === 201;
    };
    await until(() => ask().catch(() => false), {
      withinMs: 120_000,
      everyMs: 300,
      what: `order ${index} is answered`,
    });
  };
  await Promise.all(Array.from({ length: ORDERS }, (_, index) => order(index)));
  const kills = await killing;
  expect(kills.worker + kills.web + kills.database).toBeGreaterThanOrEqual(20);

  const lastKillMs = performance.now();
  const countRunning = () =>
    systemDb.task.count({ where: { status: { notIn: ["succeeded", "failed", "canceled"] } } });
  await until(
    () =>
      countRunning().then(
        (count) => count === 0,
        () => false,
      ),
    {
      withinMs: 120_000,
      what: "everything comes to rest",
    },
  ).catch((error: unknown) => {
    throw new Error(`${error}\n${workers.map((worker) => worker.output()).join("\n")}`);
  });
  await checkInvariants({ teamId: team.teamId, orders: ORDERS, mediaDir });
  const restSeconds = ((performance.now() - lastKillMs) / 1000).toFixed(1);
  process.stdout.write(
    `kills ${JSON.stringify(kills)}, at rest ${restSeconds} s after the last one, seed ${seed}\n`,
  );
  for (const running of [door, ...workers]) await running.end("SIGTERM");
});
