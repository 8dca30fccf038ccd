import { setTimeout as sleep } from "node:timers/promises";
import { encodeTask } from "#lib/kling/dialects/native-task.ts";
import { stringifyLossless } from "#lib/kling/json.ts";
import { type SimTask, viewAt } from "./sim-task.ts";
import type { TruthLog } from "./truth-log.ts";

/** How honest an upstream's callbacks are. */
export type CallbackManner = {
  /** How often each is sent. */
  readonly copies: number;
  /** Tells a success at once, before the task has even begun. */
  readonly lies: boolean;
};

type Telling = {
  readonly task: SimTask;
  readonly url: string;
  readonly manner: CallbackManner;
  readonly fileUrl: string;
  readonly log: TruthLog;
  readonly signal: AbortSignal;
};

/** Tells a caller of each status change (off-26: the body is the task as a query tells it), as well as it can; nobody waits for it. */
export async function callBack({ task, url, manner, fileUrl, log, signal }: Telling): Promise<void> {
  const { afterMs } = task.fate;
  const moments = manner.lies ? [0, afterMs, afterMs / 3] : [0, afterMs / 3, afterMs];
  for (const [index, ageMs] of moments.entries()) {
    const waitMs = task.acceptedAtMs + ageMs - Date.now();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const told = manner.lies && index === 0 ? afterMs : ageMs;
    const view = viewAt(task, task.acceptedAtMs + told, fileUrl);
    const body = stringifyLossless(encodeTask(view));
    for (let copy = 0; copy < manner.copies; copy += 1) {
      const answer = await post(url, body, signal);
      log.append({ type: "callback", upstreamId: task.upstreamId, status: view.status, answer });
    }
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
