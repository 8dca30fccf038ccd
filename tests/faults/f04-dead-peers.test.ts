import { afterAll, expect, onTestFinished, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { expectPassed } from "./expect-passed.ts";
import { startFaultProxy } from "./proxy/fault-proxy.ts";
import type { Toxic } from "./proxy/toxic.ts";
import { seed, sized } from "./size.ts";
import { hurryToRest, orderClips, prompts, simOf, teamAt, untilAtRest, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

/** How an upstream can be dead without saying so. */
const DEAD: readonly Toxic[] = [
  { type: "half_open" },
  { type: "timeout", ms: 0 },
  { type: "bandwidth", bytesPerSecond: 10 },
];
const STUCK_EACH = sized(4, 14);
const GOOD = sized(20, 200);
/** Longer than the good ones take together. */
const DEADLINE_SECONDS = sized(60, 120);

test("dead upstreams hold up nobody else, and go on when they live again", async () => {
  const sim = await simOf();
  const proxies = await Promise.all(DEAD.map((toxic) => startFaultProxy(sim.url, () => toxic)));
  onTestFinished(() => void Promise.all(proxies.map((proxy) => proxy.close())));
  const stuck = await Promise.all(proxies.map(({ url }) => teamAt({ url })));
  const good = await teamAt({ url: sim.url });
  const urls = [sim.url, ...proxies.map(({ url }) => url)];
  for (const actor of stuck) await orderClips(actor, prompts(STUCK_EACH, STUCK_EACH));
  const first = workerFor(urls, { SUBMIT_TIMEOUT_SECONDS: String(DEADLINE_SECONDS) });
  await orderClips(good, prompts(GOOD, 10));
  await untilAtRest([good.teamId], { withinMs: 120_000, workers: [first] });
  const stuckIds = stuck.map(({ teamId }) => teamId);
  const events = { teamId: { in: stuckIds }, type: { in: ["doubted", "failed"] } };
  expect(await systemDb.taskEvent.count({ where: events }), "good ones ended before any deadline").toBe(0);

  for (const proxy of proxies) proxy.setScript(() => null);
  await first.kill("SIGTERM");
  const second = workerFor(urls);
  await systemDb.$executeRaw`UPDATE "Task" SET "calledAt" = "calledAt" - interval '1 hour'`;
  await hurryToRest(stuckIds, { withinMs: sized(120_000, 600_000), workers: [second] });
  await second.kill("SIGTERM");
  const actors = [good, ...stuck];
  await expectPassed({
    sim,
    teamIds: actors.map(({ teamId }) => teamId),
    accounts: actors.map(({ account }) => account),
    orders: GOOD + DEAD.length * STUCK_EACH,
    seed,
    networkFaults: proxies.reduce((sum, proxy) => sum + proxy.faults(), 0),
  });
});
