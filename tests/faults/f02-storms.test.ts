import { afterAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { expectPassed } from "./expect-passed.ts";
import { PASSING_TROUBLE, stormOf } from "./sim/fault-scripts.ts";
import { seed, sized } from "./size.ts";
import { orderClips, prompts, simOf, teamAt, untilAtRest, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

const TEAMS = 3;
const TASKS_EACH = sized(12, 133);
/** The storm lasts for so many calls at least, and for so long: who is left in peace makes few calls. */
const STORM_CALLS = 60;
const STORM_MS = sized(0, 120_000);
/** Of each account. */
const PLACES = 5;

test(`${TEAMS} teams come through a storm of refusals, alike and without hammering (seed ${seed})`, async () => {
  const storm = stormOf({
    seed,
    rate: 0.6,
    menu: { create: PASSING_TROUBLE, get: [{ type: "refuse", code: 1302 }] },
  });
  const beganMs = performance.now();
  const isOver = (call: number) => call > STORM_CALLS && performance.now() - beganMs > STORM_MS;
  const sim = await simOf({
    parallel: PLACES,
    fateOf: () => ({ afterMs: 300, failure: "The picture is not safe" }),
    faults: (call) => (isOver(call.n) ? null : storm(call)),
  });
  const actors = await Promise.all(Array.from({ length: TEAMS }, () => teamAt({ url: sim.url })));
  const teamIds = actors.map(({ teamId }) => teamId);
  for (const actor of actors) await orderClips(actor, prompts(TASKS_EACH, TASKS_EACH + 1));
  const workers = [workerFor([sim.url]), workerFor([sim.url])];
  await untilAtRest(teamIds, { withinMs: sized(180_000, 1_800_000), workers });
  for (const worker of workers) await worker.kill("SIGTERM");

  const calls = sim.log.of("call").filter(({ operation }) => operation === "create");
  const gapsMs = [...Map.groupBy(calls, ({ id }) => id).values()].flatMap((own) =>
    own.slice(1).map(({ atMs }, index) => atMs - (own[index]?.atMs ?? 0)),
  );
  expect(gapsMs.length, "something had to be sent again").toBeGreaterThan(0);
  expect(Math.min(...gapsMs), "nothing was sent again within a second").toBeGreaterThanOrEqual(1_000);
  const full = sim.log.of("refused").filter(({ code }) => code === 1303).length;
  expect(full, "an account that is full is left in peace").toBeLessThan(TEAMS * TASKS_EACH);
  const waits = await waitsOf(teamIds);
  expect(Math.max(...waits) / Math.min(...waits), "equal teams wait alike").toBeLessThanOrEqual(2);
  const accounts = actors.map(({ account }) => account);
  await expectPassed({ sim, teamIds, accounts, orders: TEAMS * TASKS_EACH, seed });
});

/** Mean seconds from order to end, by team. */
async function waitsOf(teamIds: readonly string[]): Promise<readonly number[]> {
  const rows = await systemDb.$queryRaw<{ seconds: number }[]>`
    SELECT avg(extract(epoch FROM "finishedAt" - "createdAt"))::float8 AS seconds FROM "Task"
    WHERE "teamId" = ANY(${[...teamIds]}) GROUP BY "teamId"`;
  return rows.map(({ seconds }) => seconds);
}
