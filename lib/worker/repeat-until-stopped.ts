import { setTimeout as sleep } from "node:timers/promises";
import { log } from "#lib/log.ts";

/** Something a worker does over and over, whatever tasks there are. */
export type Duty = { readonly name: string; readonly everyMs: number; readonly run: () => Promise<void> };

/** Runs a duty at once and then regularly. One that fails, for instance while the database restarts, is simply due again. */
export async function repeatUntilStopped({ name, everyMs, run }: Duty, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await run().catch((error: unknown) => log.warn({ err: error, duty: name }, "a duty failed"));
    await sleep(everyMs, undefined, { signal }).catch(() => undefined); // only an abort ends it early
  }
}
