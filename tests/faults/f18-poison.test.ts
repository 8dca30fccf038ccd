import { afterAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { startBoss } from "#lib/queue/boss.ts";
import { DEAD_LETTER_QUEUE, submitTaskJob } from "#lib/queue/jobs.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { until } from "#tests/support/until.ts";
import { expectPassed } from "./expect-passed.ts";
import { seed, sized } from "./size.ts";
import { keepHurrying, orderClips, prompts, simOf, teamAt, untilAtRest, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

const POISON = sized(5, 50);
const GOOD = sized(12, 100);

test(`jobs that nobody can read end among the dead letters, and hold up nobody (seed ${seed})`, async () => {
  const sim = await simOf();
  const actor = await teamAt({ url: sim.url });
  const { teamId, account } = actor;
  const boss = await startBoss("producer");
  for (let index = 0; index < POISON; index += 1) {
    await boss.send(submitTaskJob.name, { taskId: `no task ${index}` }, { singletonKey: `poison ${index}` });
  }
  const worker = workerFor([sim.url]);
  await orderClips(actor, prompts(GOOD, 6));
  await untilAtRest([teamId], { withinMs: 120_000, workers: [worker] });
  const letters = () => systemDb.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE name = ${DEAD_LETTER_QUEUE} AND state = 'created'`;
  const hurrying = keepHurrying();
  const areAllDead = async () => (await letters())[0]?.count === POISON;
  await until(areAllDead, { withinMs: 120_000, what: "the poison is put aside" }).finally(hurrying.stop);
  expect(worker.child.exitCode ?? worker.child.signalCode, worker.output()).toBeNull();
  await worker.kill("SIGTERM");
  await boss.deleteAllJobs(DEAD_LETTER_QUEUE); // explained: they were ours
  await boss.stop({ graceful: false });
  expect(await systemDb.task.count({ where: { teamId } })).toBe(GOOD);
  await expectPassed({ sim, teamIds: [teamId], accounts: [account], orders: GOOD, seed });
});
