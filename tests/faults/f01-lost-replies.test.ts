import { afterAll, expect, onTestFinished, test } from "vitest";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { expectPassed } from "./expect-passed.ts";
import { startFaultProxy } from "./proxy/fault-proxy.ts";
import type { Toxic } from "./proxy/toxic.ts";
import { isFull, seed, sized } from "./size.ts";
import { orderClips, prompts, simOf, teamAt, untilAtRest, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

/** The head of an answer to a create is some 170 bytes long, its body some 200. */
const CUTS: readonly Toxic[] = [
  { type: "drop_after_request" },
  { type: "limit_data", bytes: 60 },
  { type: "limit_data", bytes: 250 },
  { type: "truncate_at", bytes: 250 },
  // Costs the whole deadline of a create each time.
  ...(isFull ? [{ type: "half_open" } as const] : []),
];

const TASKS = sized(100, 1_200);

test(`${TASKS} creates whose answers are lost open ${TASKS} tasks and no more (seed ${seed})`, async () => {
  const sim = await simOf();
  const random = seededRandom(seed);
  const proxy = await startFaultProxy(sim.url, ({ method }) =>
    method === "POST" ? (CUTS[Math.floor(random() * CUTS.length)] ?? null) : null,
  );
  onTestFinished(proxy.close);
  const actor = await teamAt({ url: proxy.url });
  const workers = [workerFor([proxy.url, sim.url]), workerFor([proxy.url, sim.url])];
  await orderClips(actor, prompts(TASKS, 10));
  await untilAtRest([actor.teamId], { withinMs: sized(120_000, 900_000), workers });
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
  const { teamId, account } = actor;
  await expectPassed({
    sim,
    teamIds: [teamId],
    accounts: [account],
    orders: TASKS,
    seed,
    otherFaults: proxy.faults(),
  });
});
