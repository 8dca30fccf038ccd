import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { withConnection } from "#scripts/postgres/connection.ts";
import { startPrivateDatabase } from "#tests/support/private-database.ts";
import { findCorruption } from "./checker/find-corruption.ts";
import { seed, sized } from "./size.ts";

// Whose power is cut is this file's own; lib/db connects to it because it is loaded only now.
const database = await startPrivateDatabase();
process.env.DATABASE_URL = database.url;
process.env.DATA_DIR = path.join(database.dataDir, "studio");
const { systemDb } = await import("#lib/db/client.ts");
const { closeProducerQueue } = await import("#lib/queue/queue.ts");
const { expectPassed } = await import("./expect-passed.ts");
const { hurryToRest, orderClips, prompts, simOf, teamAt, workerFor } = await import("./stage.ts");
const { until } = await import("#tests/support/until.ts");

afterAll(async () => {
  await closeProducerQueue();
  await systemDb.$disconnect();
  await database.remove();
});

const CUTS = sized(2, 5);
const TASKS_EACH = sized(20, 400);

test(`${CUTS} power cuts of the database under load spoil no page and lose no task (seed ${seed})`, async () => {
  const sim = await simOf();
  const actor = await teamAt({ url: sim.url });
  const { teamId, account } = actor;
  const workers = [workerFor([sim.url]), workerFor([sim.url])];
  const ended = () => systemDb.task.count({ where: { teamId, finishedAt: { not: null } } }).catch(() => 0);
  let orders = 0;
  for (let cut = 0; cut < CUTS; cut += 1) {
    const before = await ended();
    orders += (await orderClips(actor, prompts(TASKS_EACH, 5))).length;
    await until(async () => (await ended()) > before, { withinMs: 120_000, what: "work is being done" });
    await database.cutPowerAndRestart();
    expect(await findCorruption(database.url), `after power cut ${cut + 1}`).toEqual([]);
  }
  await hurryToRest([teamId], { withinMs: sized(120_000, 600_000), workers });
  for (const { child, output } of workers) expect(child.exitCode ?? child.signalCode, output()).toBeNull();
  for (const worker of workers) await worker.kill("SIGTERM");
  expect(await findCorruption(database.url)).toEqual([]);
  await expectPassed({ sim, teamIds: [teamId], accounts: [account], orders, seed, kills: CUTS });
});

test("a row that its index has lost is found", async () => {
  await withConnection(database.url, async (client) => {
    await client.query("CREATE TABLE planted (value int CONSTRAINT planted_key PRIMARY KEY)");
    const ready = (isReady: boolean) =>
      client.query("UPDATE pg_index SET indisready = $1 WHERE indexrelid = 'planted_key'::regclass", [
        isReady,
      ]);
    await ready(false);
    await client.query("INSERT INTO planted VALUES (1)");
    await ready(true);
  });
  expect(await findCorruption(database.url)).toEqual([
    expect.stringMatching(/^planted_key: .*lacks matching index tuple/),
  ]);
});
