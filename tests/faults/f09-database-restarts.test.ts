import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { startPrivateDatabase } from "#tests/support/private-database.ts";
import { seed, sized } from "./size.ts";

// What is restarted here is this file's own; lib/db connects to it because it is loaded only now.
const database = await startPrivateDatabase();
process.env.DATABASE_URL = database.url;
process.env.DATA_DIR = path.join(database.dataDir, "studio");
const { systemDb } = await import("#lib/db/client.ts");
const { closeProducerQueue } = await import("#lib/queue/queue.ts");
const { expectPassed } = await import("./expect-passed.ts");
const { hurryToRest, orderClips, prompts, simOf, teamAt, workerFor } = await import("./stage.ts");
const { killBackends } = await import("./killer/killer.ts");
const { until } = await import("#tests/support/until.ts");

afterAll(async () => {
  await closeProducerQueue();
  await systemDb.$disconnect();
  await database.remove();
});

const RESTARTS = sized(3, 20);
const TASKS = sized(60, 2_000);
const BACKEND_KILLS = sized(5, 300);

test(`${RESTARTS} crashes of the database and ${BACKEND_KILLS} rounds of cut connections end no worker and lose no task`, async () => {
  const sim = await simOf();
  const actor = await teamAt({ url: sim.url });
  const { teamId, account } = actor;
  await orderClips(actor, prompts(TASKS, 10));
  const workers = [workerFor([sim.url]), workerFor([sim.url])];
  const ended = () => systemDb.task.count({ where: { teamId, finishedAt: { not: null } } }).catch(() => 0);
  await until(async () => (await ended()) > 0, { withinMs: 60_000, what: "work has begun" });
  const expectAlive = (when: string) => {
    for (const { child, output } of workers)
      expect(child.exitCode ?? child.signalCode, `${when}\n${output()}`).toBeNull();
  };
  for (let restart = 0; restart < RESTARTS; restart += 1) {
    expectAlive(`before crash ${restart + 1}`);
    const before = await ended();
    await database.killAndRestart();
    // The next one comes when something went on, or nothing is left.
    const goesOn = async () => (await ended()) > before || before === TASKS;
    await until(goesOn, { withinMs: 60_000, what: `work goes on after crash ${restart + 1}` });
  }
  for (let round = 0; round < BACKEND_KILLS; round += 1) {
    await killBackends();
    await sleep(200);
    expectAlive(`after round ${round + 1}`);
  }
  await hurryToRest([teamId], { withinMs: sized(120_000, 1_800_000), workers });
  expectAlive("at rest");
  for (const worker of workers) await worker.kill("SIGTERM");
  await expectPassed({
    sim,
    teamIds: [teamId],
    accounts: [account],
    orders: TASKS,
    seed,
    kills: RESTARTS + BACKEND_KILLS,
  });
});
