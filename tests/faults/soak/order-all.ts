import { seededRandom } from "#tests/support/seeded-random.ts";
import { until } from "#tests/support/until.ts";
import { type Actor, FAILS } from "../stage.ts";

type Orders = {
  readonly actors: readonly Actor[];
  readonly tasks: number;
  readonly doorPort: number;
  readonly seed: number;
  readonly orderForMs: number;
};

const CLIENTS = 16;
/** Of so many, one is a clip that must be brought home. */
const SUCCEEDS_EVERY = 20;
const CLIP = {
  kind: "text2video",
  model_name: "kling-v3",
  duration: "3",
  aspect_ratio: "1:1",
  mode: "std",
} as const;

/**
 * Clients that repeat themselves with the same key until they have an answer, whatever dies meanwhile.
 * @returns how many were answered
 */
export async function orderAll({ actors, tasks, doorPort, seed, orderForMs }: Orders): Promise<number> {
  const endsAt = performance.now() + orderForMs;
  let answered = 0;
  const random = seededRandom(seed + 1);
  const orders = Array.from({ length: tasks }, (_, index) => ({
    actor: actors[Math.floor(random() * actors.length)],
    prompt: index % SUCCEEDS_EVERY === 0 ? `a kite ${index}` : `${FAILS} ${index}`,
    key: `soak-${seed}-${index}`,
  }));
  const waiting = orders[Symbol.iterator]();
  const serve = async () => {
    for (const { actor, prompt, key } of waiting) {
      if (performance.now() > endsAt) return;
      const body = JSON.stringify({
        caller: actor?.caller,
        request: { ...CLIP, prompt },
        repeat: { key, bodySha256: prompt },
      });
      const ask = async () => {
        const answer = await fetch(`http://127.0.0.1:${doorPort}`, {
          method: "POST",
          body,
          signal: AbortSignal.timeout(20_000),
        });
        await answer.body?.cancel();
        return answer.status === 201;
      };
      await until(() => ask().catch(() => false), {
        withinMs: 600_000,
        everyMs: 300,
        what: `order ${key} is answered`,
      });
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, serve));
  return answered;
}
