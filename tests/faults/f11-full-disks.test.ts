import { chmod, mkdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { applyMigrations } from "#scripts/migrations/apply.ts";
import { superviseDatabase } from "#scripts/processes/supervise-database.ts";
import { lineReporter } from "#scripts/reporter.ts";
import { mountSmallDisk } from "#tests/support/small-disk.ts";
import { findCorruption } from "./checker/find-corruption.ts";
import { seed, sized } from "./size.ts";

// Two disks of this file's own: lib connects to what lies on them because it is loaded only now.
const [mediaDisk, databaseDisk] = [await mountSmallDisk(1_200), await mountSmallDisk(400)];
const canMount = mediaDisk !== null && databaseDisk !== null;
if (!canMount) process.stdout.write("F11 is not shown here: this user may mount no disks of its own\n");

const database = databaseDisk === null ? null : await startDatabase(path.join(databaseDisk.root, "studio"));
if (mediaDisk !== null && database !== null)
  Object.assign(process.env, { DATABASE_URL: database.url, DATA_DIR: path.join(mediaDisk.root, "studio") });
const { systemDb } = await import("#lib/db/client.ts");
const { uploadAssetOperation } = await import("#lib/contract/assets.ts");
const { createTasksOperation } = await import("#lib/contract/tasks.ts");
const { closeProducerQueue } = await import("#lib/queue/queue.ts");
const { makeCookie } = await import("#tests/integration/routes/actors.ts");
const { call } = await import("#tests/integration/routes/call.ts");
const { makePicture } = await import("#tests/support/test-picture.ts");
const { until } = await import("#tests/support/until.ts");
const { expectPassed } = await import("./expect-passed.ts");
const { FAILS, hurryToRest, orderClips, prompts, simOf, teamAt, workerFor } = await import("./stage.ts");

afterAll(async () => {
  await closeProducerQueue();
  await systemDb.$disconnect();
  await database?.stop();
  for (const disk of [mediaDisk, databaseDisk]) await disk?.remove();
});

/** As `npm start` runs it: it is started again for as long as it dies. */
async function startDatabase(dataDir: string) {
  await mkdir(dataDir);
  await chmod(dataDir, 0o755);
  const supervised = await superviseDatabase(
    dataDir,
    lineReporter(() => undefined),
  );
  await applyMigrations(supervised.url);
  return supervised;
}

const DOWNLOADS = sized(10, 50);
const ROUNDS = sized(1, 2);
/** "Something went wrong on our side" is no answer to somebody who meets a full disk. */
const CLEAR = [503, 507];

async function askers() {
  const sim = await simOf();
  const actor = await teamAt({ url: sim.url });
  const headers = { cookie: await makeCookie(actor.caller.userId) };
  let answered = 0;
  const order = async () => {
    const request = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: FAILS };
    const { status } = await call(createTasksOperation, { body: { request } }, headers);
    if (status === 201) answered += 1;
    return status;
  };
  const upload = async () => {
    const body = await makePicture({ widthPx: 320, heightPx: 320 });
    return (await call(uploadAssetOperation, { query: { name: "p.png" }, body }, headers)).status;
  };
  return { sim, actor, order, upload, answered: () => answered };
}

test.skipIf(!canMount)(
  `a media disk that fills up during ${DOWNLOADS} downloads loses no clip, and nothing new is taken meanwhile (seed ${seed})`,
  async () => {
    if (mediaDisk === null) throw new Error("skipped where nothing can be mounted");
    const { sim, actor, order, upload, answered } = await askers();
    const { teamId, account } = actor;
    const worker = workerFor([sim.url]);
    const counts = () => Promise.all([systemDb.asset.count(), systemDb.task.count()]);
    let orders = 0;
    for (let round = 1; round <= ROUNDS; round += 1) {
      orders += (await orderClips(actor, prompts(DOWNLOADS, 1))).length;
      const archived = () => systemDb.task.count({ where: { teamId, status: "succeeded" } });
      const before = await archived();
      await until(async () => (await archived()) > before, { withinMs: 120_000, what: "clips come home" });
      await mediaDisk.fill();
      const delayed = () => systemDb.taskEvent.count({ where: { teamId, type: "archive_delayed" } });
      const earlier = await delayed();
      const isMet = async () => (await delayed()) > earlier || (await archived()) === round * DOWNLOADS;
      await until(isMet, { withinMs: 120_000, what: `the worker meets the full disk\n${worker.output()}` });
      const known = await counts();
      expect([await order(), await upload()]).toEqual([507, 507]);
      const after = await counts();
      expect(after[1], "no task of an order that was refused").toBe(known[1]);
      await mediaDisk.empty();
      await hurryToRest([teamId], { withinMs: 180_000, workers: [worker] });
      expect([await order(), await upload()]).toEqual([201, 201]);
    }
    await hurryToRest([teamId], { withinMs: 120_000, workers: [worker] });
    expect(worker.child.exitCode ?? worker.child.signalCode, worker.output()).toBeNull();
    await worker.kill("SIGTERM");
    expect(await systemDb.task.count({ where: { teamId, status: "succeeded" } })).toBe(orders);
    await expectPassed({
      sim,
      teamIds: [teamId],
      accounts: [account],
      orders: orders + answered(),
      seed,
      kills: ROUNDS,
    });
  },
  sized(600_000, 1_800_000),
);

test.skipIf(!canMount)(
  `a database whose disk is full says so, and goes on by itself when there is room again (seed ${seed})`,
  async () => {
    if (databaseDisk === null || database === null) throw new Error("skipped where nothing can be mounted");
    const { sim, actor, order, answered } = await askers();
    const { teamId, account } = actor;
    const worker = workerFor([sim.url]);
    let orders = 0;
    for (let round = 1; round <= ROUNDS; round += 1) {
      orders += (await orderClips(actor, prompts(sized(20, 100), 10))).length;
      await databaseDisk.fill();
      const refused: number[] = [];
      const isFull = async () => {
        const status = await order();
        if (status !== 201) refused.push(status);
        return refused.length >= 3;
      };
      // What was set aside before is used up first.
      await until(isFull, { withinMs: 180_000, everyMs: 1, what: "the database has no room left" });
      expect(refused.filter((status) => !CLEAR.includes(status))).toEqual([]);
      await databaseDisk.empty();
      await until(async () => (await order()) === 201, { withinMs: 120_000, what: "orders are taken again" });
    }
    await hurryToRest([teamId], { withinMs: 180_000, workers: [worker] });
    expect(worker.child.exitCode ?? worker.child.signalCode, worker.output()).toBeNull();
    await worker.kill("SIGTERM");
    expect(await findCorruption(database.url)).toEqual([]);
    await expectPassed({
      sim,
      teamIds: [teamId],
      accounts: [account],
      orders: orders + answered(),
      seed,
      kills: ROUNDS,
    });
  },
  sized(600_000, 1_800_000),
);
