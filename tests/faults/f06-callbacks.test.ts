import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { receiveCallbackOperation } from "#lib/contract/callbacks.ts";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { callbackToken } from "#lib/secrets/callback-token.ts";
import { call } from "#tests/integration/routes/call.ts";
import { expectPassed } from "./expect-passed.ts";
import { seed, sized } from "./size.ts";
import { orderClips, prompts, simOf, teamAt, untilAtRest, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

const TASKS = sized(20, 200);
const COPIES = 5;

test(`${TASKS} tasks end as they ended upstream, whatever their callbacks say and whenever (seed ${seed})`, async () => {
  const origin = await startCallbackDoor();
  const sim = await simOf({
    callbacks: { copies: COPIES, seed, origin },
    fateOf: ({ prompt }) => ({
      afterMs: 2_000,
      failure: prompt.startsWith("[fail]") ? "The picture is not safe" : null,
    }),
  });
  const actor = await teamAt({ url: sim.url });
  const { teamId, account } = actor;
  const worker = workerFor([sim.url], { PUBLIC_URL: "https://studio.framewright.dev" });
  const taskIds = await orderClips(actor, prompts(TASKS, 4));
  const forged = await Promise.all(taskIds.map((taskId) => forge(origin, taskId)));
  expect(new Set(forged), "an address that nobody made is no address").toEqual(new Set([404]));
  await untilAtRest([teamId], { withinMs: sized(120_000, 600_000), workers: [worker] });
  await worker.kill("SIGTERM");

  const heard = sim.log.of("callback").filter(({ answer }) => answer === 204 || answer === 200);
  expect(heard.length, "there was something to be fooled by").toBeGreaterThan(TASKS);
  const ended = await systemDb.task.findMany({ where: { teamId } });
  for (const { upstreamTaskId, status } of ended) {
    const truth = sim.books.byUpstreamId(upstreamTaskId ?? "");
    expect(status).toBe(truth?.fate.failure === null ? "succeeded" : "failed");
  }
  await expectPassed({ sim, teamIds: [teamId], accounts: [account], orders: TASKS, seed });
});

/** The studio's own route for callbacks, on an address of its own. */
async function startCallbackDoor(): Promise<string> {
  const server = createServer(async (request, response) => {
    const token = decodeURIComponent(request.url?.split("/").at(-1) ?? "");
    const body = new Uint8Array(await buffer(request));
    const answer = await call(receiveCallbackOperation, { params: { token }, body }, {});
    response.writeHead(answer.status).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // a TCP server has a port
  return `http://127.0.0.1:${port}`;
}

/** A token of another paid try, altered in its last character. */
async function forge(origin: string, taskId: string): Promise<number> {
  const token = callbackToken({ taskId, paidTry: 1 });
  const wrong = token.slice(0, -1) + (token.endsWith("A") ? "B" : "A");
  const body = JSON.stringify({ task_id: taskId, task_status: "succeed" });
  return (await fetch(`${origin}/api/callbacks/${wrong}`, { method: "POST", body })).status;
}
