import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { systemDb } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { freePort } from "#scripts/free-port.ts";
import { makeCookie } from "#tests/integration/routes/actors.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { until } from "#tests/support/until.ts";
import { startStudioDoor } from "#tests/support/worker-process.ts";
import { expectPassed } from "./expect-passed.ts";
import { keepRunning } from "./killer/keep-running.ts";
import { seed, sized } from "./size.ts";
import { FAILS, simOf, teamAt, untilAtRest, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

const KEYS = sized(96, 1_000);
const CLIENTS = 16;
const KILLS = sized(4, 60);
/** From one kill to the next, once the door answers again. */
const PAUSE_MS = sized(500, 3_000);

const TOO_MANY = 429;

type Order = { readonly key: string; readonly prompt: string };
/** Null: nobody answered, or it was too much for now. */
type Answer = { readonly status: number; readonly body: unknown } | null;

const madeSchema = z.object({ tasks: z.tuple([z.object({ id: z.string() })]) });
const refusedSchema = z.object({ details: z.object({ reason: z.string() }) });

test(
  `${KEYS} orders of ${CLIENTS} clients through ${KILLS} deaths of the web process are each made once (seed ${seed})`,
  async () => {
    const sim = await simOf();
    const actor = await teamAt({ url: sim.url });
    const { teamId, account, caller } = actor;
    const cookie = await makeCookie(caller.userId);
    const port = await freePort();
    const door = keepRunning(() => startStudioDoor({ DOOR_PORT: String(port) }));
    onTestFinished(() => door.end("SIGKILL"));
    const worker = workerFor([sim.url]);
    // What the limit for one person does is shown elsewhere; these are sixteen, who come back when they are told to.
    const noLimits = setInterval(() => void systemDb.rateLimit.deleteMany().catch(() => undefined), 500);
    onTestFinished(() => clearInterval(noLimits));

    async function ask({ key, prompt }: Order): Promise<Answer> {
      const headers = {
        cookie,
        origin: env.PUBLIC_URL,
        "content-type": "application/json",
        "idempotency-key": key,
      };
      const request = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt };
      const body = JSON.stringify({ request });
      const signal = AbortSignal.timeout(20_000);
      try {
        const answer = await fetch(`http://127.0.0.1:${port}/api/tasks`, {
          method: "POST",
          headers,
          body,
          signal,
        });
        const told = { status: answer.status, body: await answer.json() };
        return told.status === TOO_MANY ? null : told;
      } catch {
        return null; // the door died, or is not up yet
      }
    }

    /** Asks as a client does that wants an answer. While the first call with this key is under way, it is told so, and only then. */
    async function askUntilMade(order: Order): Promise<string> {
      const made = await until(
        async () => {
          const answer = await ask(order);
          if (answer?.status === 201) return madeSchema.parse(answer.body).tasks[0].id;
          if (answer !== null) {
            expect(answer.status, JSON.stringify(answer.body)).toBe(409);
            expect(refusedSchema.parse(answer.body).details.reason).toBe("in_flight");
          }
          return null;
        },
        { withinMs: 240_000, everyMs: 150, what: `${order.key} is answered\n${door.output()}` },
      );
      return made;
    }

    const random = seededRandom(seed);
    const orders = Array.from({ length: KEYS }, (_, index) => ({
      key: `web-kills-${seed}-${index}`,
      prompt: `${FAILS} ${index}`,
    }));
    let kills = 0;
    const waiting = orders[Symbol.iterator]();
    const made = new Map<string, string>();
    /** Whoever has its answer asks again and gets the same one, also in the middle of a death. */
    async function repeatAny(): Promise<void> {
      const [key, id] = [...made][Math.floor(random() * made.size)] ?? [];
      const order = orders.find((it) => it.key === key);
      const answer = order === undefined ? null : await ask(order);
      await sleep(100);
      if (answer !== null) expect(answer).toMatchObject({ status: 201, body: { tasks: [{ id }] } });
    }
    async function serve(): Promise<void> {
      for (const order of waiting) {
        // Orders are spread over all deaths.
        while (kills < Math.floor((made.size / KEYS) * KILLS)) await repeatAny();
        const [id, same] = await Promise.all([askUntilMade(order), askUntilMade(order)]);
        expect(same, "two that ask at once are given the same task").toBe(id);
        made.set(order.key, id);
        const changed = await untilAnswered(() => ask({ ...order, prompt: "something else" }));
        expect(changed.status).toBe(422);
      }
    }
    async function kill(): Promise<void> {
      while (kills < KILLS) {
        await until(() => ask({ key: "is-it-up", prompt: FAILS }).then((it) => it !== null), {
          withinMs: 240_000,
          what: `the door is up\n${door.output()}`,
        });
        await sleep(PAUSE_MS * (1 + random()));
        door.kill();
        kills += 1;
      }
    }
    await Promise.all([kill(), ...Array.from({ length: CLIENTS }, serve)]);

    expect(new Set(made.values()).size, "a task for each key").toBe(KEYS);
    await untilAtRest([teamId], { withinMs: sized(120_000, 600_000), workers: [worker] });
    await worker.kill("SIGTERM");
    // The one with which the door was found to be up was ordered as well.
    await expectPassed({ sim, teamIds: [teamId], accounts: [account], orders: KEYS + 1, seed, kills });
  },
  sized(600_000, 1_800_000),
);

function untilAnswered(ask: () => Promise<Answer>): Promise<NonNullable<Answer>> {
  return until(ask, { withinMs: 240_000, everyMs: 150, what: "a repeat is answered" });
}
