import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { expectPassed } from "./expect-passed.ts";
import { seed, sized } from "./size.ts";
import { orderClips, prompts, simOf, teamAt, untilAtRest, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

const TASKS = sized(12, 50);
const PRELOAD = `--import=${path.join(import.meta.dirname, "clock", "shift-clock.ts")}`;

/** How far the two workers' clocks are from the database's and the upstream's, in seconds. */
const SKEWS = [
  [-600, 600],
  [86_400, 0],
] as const;

test.each(SKEWS)(
  "workers whose clocks are %i s and %i s off lose no task, double none and keep their keys",
  async (...skews) => {
    const sim = await simOf();
    const actor = await teamAt({ url: sim.url, hasKeyPair: true });
    const { teamId, account } = actor;
    await orderClips(actor, prompts(TASKS, 6));
    const workers = skews.map((seconds) =>
      workerFor([sim.url], { NODE_OPTIONS: PRELOAD, CLOCK_OFFSET_SECONDS: String(seconds) }),
    );
    await untilAtRest([teamId], { withinMs: 120_000, workers });
    for (const worker of workers) await worker.kill("SIGTERM");
    const refused = sim.log.of("refused").filter(({ code }) => code === 1003 || code === 1004);
    const parallel = 16;
    expect(refused.length, "calls until the clocks' difference was learnt").toBeLessThanOrEqual(
      workers.length * parallel,
    );
    expect(sim.log.of("accepted")).toHaveLength(TASKS);
    await expectPassed({ sim, teamIds: [teamId], accounts: [account], orders: TASKS, seed });
  },
);
