import { setTimeout as sleep } from "node:timers/promises";
import { encodeTask } from "#lib/kling/dialects/native-task.ts";
import { stringifyLossless } from "#lib/kling/json.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { type SimTask, viewAt } from "./sim-task.ts";
import type { TruthLog } from "./truth-log.ts";

/** How badly an upstream's callbacks come. */
export type CallbackManner = {
  /** How often each status is told: at any time, in any order, also before it is true. */
  readonly copies: number;
  readonly seed: number;
  /** Where they are sent instead of the origin that the caller named. */
  readonly origin: string;
};

type Telling = {
  readonly task: SimTask;
  readonly url: string;
  readonly manner: CallbackManner;
  readonly fileUrl: string;
  readonly log: TruthLog;
  readonly signal: AbortSignal;
};

/** Tells a caller of a task (off-26: the body is the task as a query tells it), as badly as it can; nobody waits for it. */
export async function callBack({ task, url, manner, fileUrl, log, signal }: Telling): Promise<void> {
  const { afterMs } = task.fate;
  const random = seededRandom(manner.seed + Number(task.upstreamId.slice(2)));
  const address = new URL(new URL(url).pathname, manner.origin).href;
  const told = [0, afterMs / 2, afterMs].flatMap((ageMs) =>
    Array.from({ length: manner.copies }, () => ageMs),
  );
  const messages = told.map((ageMs) => ({ ageMs, sentAfterMs: random() * afterMs * 1.3 }));
  for (const { ageMs, sentAfterMs } of messages.sort((a, b) => a.sentAfterMs - b.sentAfterMs)) {
    const waitMs = task.acceptedAtMs + sentAfterMs - Date.now();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => undefined); // closing ends it early
    if (signal.aborted) return;
    const view = viewAt(task, task.acceptedAtMs + ageMs, fileUrl);
    const answer = await post(address, stringifyLossless(encodeTask(view)), signal);
    log.append({ type: "callback", upstreamId: task.upstreamId, status: view.status, answer });
  }
}

async function post(url: string, body: string, signal: AbortSignal): Promise<number | null> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body, signal });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null; // whoever listens there may be dead
  }
}
