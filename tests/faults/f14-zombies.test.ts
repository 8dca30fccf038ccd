import { afterAll, expect, onTestFinished, test } from "vitest";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { expectPassed } from "./expect-passed.ts";
import { startKlingSim } from "./sim/kling-sim.ts";
import type { SimOperation } from "./sim/truth-log.ts";
import { seed, sized } from "./size.ts";
import { hurryToRest, letLeasesRunOut, orderClips, prompts, teamAt, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

const TASKS = sized(2, 10);

/** In the middle of which call the worker freezes. */
const FROZEN_AT: readonly (readonly [string, readonly SimOperation[]])[] = [
  ["submit", ["create"]],
  ["poll", ["get", "list"]],
  ["download", ["download"]],
];

test.each(FROZEN_AT)(
  "a worker that froze during a %s and wakes when its lease is another's does no harm",
  async (_name, operations) => {
    const frozen = Promise.withResolvers<void>();
    const thaw = Promise.withResolvers<void>();
    let isZombieAlone = true;
    const sim = await startKlingSim({
      // Only the first worker's calls wait; whoever inherits its tasks is answered.
      onHead: async (operation) => {
        if (!isZombieAlone || !operations.includes(operation)) return;
        frozen.resolve();
        await thaw.promise;
      },
    });
    onTestFinished(sim.close);
    const actor = await teamAt({ url: sim.url });
    const { teamId, account } = actor;
    await orderClips(actor, prompts(TASKS, 1));
    const zombie = workerFor([sim.url]);
    await frozen.promise;
    zombie.child.kill("SIGSTOP");
    isZombieAlone = false;
    await letLeasesRunOut();
    const heir = workerFor([sim.url]);
    const hurrying = setInterval(() => void letLeasesRunOut().catch(() => undefined), 1_000);
    const isSubmit = operations.includes("create");
    // A create that hangs upstream is carried out before the heir may send it again: it is answered into the void.
    if (isSubmit) thaw.resolve();
    await hurryToRest([teamId], { withinMs: 150_000, workers: [heir] }).finally(() =>
      clearInterval(hurrying),
    );
    thaw.resolve();
    zombie.child.kill("SIGCONT");
    await zombie.kill("SIGTERM");
    await heir.kill("SIGTERM");
    const creates = sim.log.of("call").filter(({ operation }) => operation === "create");
    expect(new Set(creates.map(({ id }) => id)).size, "no create was sent twice").toBe(creates.length);
    await expectPassed({ sim, teamIds: [teamId], accounts: [account], orders: TASKS, seed, kills: 1 });
  },
);
