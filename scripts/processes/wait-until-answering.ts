import { request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 50;
const ANSWER_WITHIN_MS = 5_000;

type Patience = { withinMs: number; signal?: AbortSignal };

/** Waits until the web server answers a request, with whatever status. False when `withinMs` has passed. */
export async function waitUntilAnswering(url: string, { withinMs, signal }: Patience): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    signal?.throwIfAborted();
    if (await answers(url)) return true;
    await delay(POLL_MS);
  }
  return false;
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request(url, { timeout: ANSWER_WITHIN_MS }, (response) => {
      response.resume();
      resolve(true);
    });
    call.once("timeout", () => call.destroy());
    call.once("error", () => resolve(false));
    call.end();
  });
}
