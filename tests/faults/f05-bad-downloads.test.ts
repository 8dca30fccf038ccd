import { createServer } from "node:net";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { freePort } from "#scripts/free-port.ts";
import { expectPassed } from "./expect-passed.ts";
import { clipOf } from "./sim/clip-file.ts";
import type { FileFault } from "./sim/fault.ts";
import { seed, sized } from "./size.ts";
import { hurryToRest, orderClips, prompts, simOf, teamAt, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

/** What befalls the first fetches of a clip; the next one goes well. */
const TROUBLES: readonly (readonly FileFault[])[] = [
  [{ type: "cut", share: 0.01 }],
  [{ type: "cut", share: 0.5 }],
  [{ type: "cut", share: 0.999 }],
  [{ type: "cut", share: 0.5 }, { type: "no_ranges" }],
  [
    { type: "cut", share: 0.3 },
    { type: "cut", share: 0.5 },
    { type: "cut", share: 0.9 },
  ],
  [{ type: "wrong_length", more: 500 }],
  [{ type: "html" }],
  [{ type: "garbage" }],
  [{ type: "status", status: 500 }],
  [{ type: "status", status: 403 }],
];

const TASKS = TROUBLES.length * sized(2, 50);

test(
  `${TASKS} downloads that go wrong end in whole clips (seed ${seed})`,
  async () => {
    const canary = await startCanary();
    const troubles: readonly (readonly FileFault[])[] = [
      ...TROUBLES,
      [{ type: "redirect", to: `http://127.0.0.1:${canary.port}/inside` }],
    ];
    const sim = await simOf({
      faults: ({ operation, id, nth }) => {
        const task = Number(id?.slice(2));
        return operation === "download" ? (troubles[task % troubles.length]?.[nth - 1] ?? null) : null;
      },
    });
    const actor = await teamAt({ url: sim.url });
    const { teamId, account } = actor;
    const workers = [workerFor([sim.url]), workerFor([sim.url])];
    await orderClips(actor, prompts(TASKS, 1));
    await hurryToRest([teamId], { withinMs: sized(180_000, 900_000), workers });
    for (const worker of workers) await worker.kill("SIGTERM");

    await expectPassed({ sim, teamIds: [teamId], accounts: [account], orders: TASKS, seed });
    expect(await systemDb.task.count({ where: { teamId, status: "succeeded" } })).toBe(TASKS);
    expect(canary.calls(), "nobody was led to an address inside").toBe(0);
    const fetched = sim.log.of("downloaded").reduce((sum, { bytes }) => sum + bytes, 0);
    // Bytes that were no clip must come again; a transfer that broke goes on where it was.
    const useless = sim.log
      .of("call")
      .filter(({ fault }) => fault === "garbage" || fault === "no_ranges").length;
    expect(fetched).toBeLessThan((TASKS + useless) * clipOf("kl000000001").length * 1.3);
  },
  sized(240_000, 900_000),
);

async function startCanary() {
  let calls = 0;
  const port = await freePort();
  const server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  }).listen(port, "127.0.0.1");
  onTestFinished(() => void server.close());
  return { port, calls: () => calls };
}
