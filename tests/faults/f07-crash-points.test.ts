import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { CRASH_POINTS } from "#lib/crash-point.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import type { TestProcess } from "#tests/support/worker-process.ts";
import { expectPassed } from "./expect-passed.ts";
import { startKlingSim } from "./sim/kling-sim.ts";
import { isFull, seed, sized } from "./size.ts";
import {
  hurryToRest,
  keepHurrying,
  letLeasesRunOut,
  orderClips,
  prompts,
  teamAt,
  workerFor,
} from "./stage.ts";

afterAll(closeProducerQueue);

/** Where the worker dies by its own hand; what the sandbox and the web door do there is shown in tests/integration. */
const POINTS = CRASH_POINTS.filter((name) => /^(submit|track|archive):/.test(name));
/** And where the upstream sees it die: the head of a create has come, a create was accepted, a look or a download was begun. */
const MOMENTS = ["create head", "accepted", "look", "download"] as const;
const VISITS = isFull ? [1, 2, 5] : [1];

const TASKS_EACH = sized(5, 20);

test(
  `a worker that dies anywhere loses no task and doubles none (seed ${seed})`,
  async () => {
    let victim: { readonly worker: TestProcess; readonly at: (typeof MOMENTS)[number] } | null = null;
    /** Whoever waits for the answer is dead before it comes. */
    const killAt = async (...moments: readonly (typeof MOMENTS)[number][]) => {
      if (victim !== null && moments.includes(victim.at)) await victim.worker.kill("SIGKILL");
    };
    const sim = await startKlingSim({
      onAccepted: () => killAt("accepted"),
      onHead: (operation) => {
        if (operation === "create") return killAt("create head");
        return operation === "download" ? killAt("download") : killAt("look");
      },
    });
    onTestFinished(sim.close);
    const actor = await teamAt({ url: sim.url });
    let orders = 0;
    let kills = 0;

    async function dieAt(environment: Readonly<Record<string, string>>, at: (typeof MOMENTS)[number] | null) {
      const ordered = prompts(TASKS_EACH, 2).map((prompt) => `${prompt} before death ${kills}`);
      orders += (await orderClips(actor, ordered)).length;
      const worker = workerFor([sim.url], environment);
      victim = at === null ? null : { worker, at };
      const hurrying = keepHurrying();
      const died = await Promise.race([worker.ended, sleep(40_000, null)]);
      hurrying.stop();
      victim = null;
      if (died === null) await worker.kill("SIGKILL");
      expect(died, `${at ?? environment.CRASH_AT} was reached\n${worker.output()}`).toEqual([
        null,
        "SIGKILL",
      ]);
      kills += 1;
      await letLeasesRunOut();
    }

    for (const visit of VISITS)
      for (const point of POINTS) await dieAt({ CRASH_AT: `${point}@${visit}` }, null);
    for (const moment of MOMENTS) await dieAt({}, moment);

    const worker = workerFor([sim.url]);
    const { teamId, account } = actor;
    await hurryToRest([teamId], { withinMs: sized(120_000, 900_000), workers: [worker] });
    await worker.kill("SIGTERM");
    expect(kills).toBe(VISITS.length * POINTS.length + MOMENTS.length);
    await expectPassed({ sim, teamIds: [teamId], accounts: [account], orders, seed, kills });
  },
  sized(600_000, 3_600_000),
);
