import { afterAll, expect, onTestFinished, test } from "vitest";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { expectPassed } from "./expect-passed.ts";
import { startFaultProxy } from "./proxy/fault-proxy.ts";
import type { Toxic } from "./proxy/toxic.ts";
import { seed, sized } from "./size.ts";
import { orderClips, prompts, simOf, teamAt, untilAtRest, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

/** The head of an answer to a create is some 170 bytes long, its body some 200. */
const CUTS: readonly Toxic[] = [
  { type: "drop_after_request" },
  { type: "limit_data", bytes: 60 },
  { type: "limit_data", bytes: 250 },
  { type: "truncate_at", bytes: 250 },
  { type: "half_open" },
];

const TASKS = sized(100, 1_200);
/** So many that no breaker opens: what it does is F2's and F4's to show. */
const TEAMS = TASKS / 4;

test(`${TASKS} creates whose answers are lost open ${TASKS} tasks and no more (seed ${seed})`, async () => {
  const sim = await simOf();
  const random = seededRandom(seed);
  const proxy = await startFaultProxy(sim.url, ({ method }) =>
    method === "POST" ? (CUTS[Math.floor(random() * CUTS.length)] ?? null) : null,
  );
  onTestFinished(proxy.close);
  const actors = await Promise.all(Array.from({ length: TEAMS }, () => teamAt({ url: proxy.url })));
  const teamIds = actors.map(({ teamId }) => teamId);
  const workers = [workerFor([proxy.url, sim.url]), workerFor([proxy.url, sim.url])];
  const orders = prompts(TASKS, 10);
  for (const [index, actor] of actors.entries())
    await orderClips(actor, orders.slice(index * 4, index * 4 + 4));
  await untilAtRest(teamIds, { withinMs: sized(120_000, 900_000), workers });
  for (const worker of workers) await worker.kill("SIGTERM");

  expect(sim.log.of("accepted"), "every intent, once").toHaveLength(TASKS);
  const creates = Map.groupBy(
    sim.log.of("call").filter(({ operation }) => operation === "create"),
    ({ id }) => id,
  );
  expect(
    Math.max(...[...creates.values()].map((calls) => calls.length)),
    "cycles until it is settled",
  ).toBeLessThanOrEqual(3);
  const accounts = actors.map(({ account }) => account);
  await expectPassed({
    sim,
    teamIds,
    accounts,
    orders: TASKS,
    seed,
    networkFaults: proxy.faults(),
  });
});
