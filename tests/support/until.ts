import { setTimeout as sleep } from "node:timers/promises";

type Patience = { readonly withinMs: number; readonly what: string; readonly everyMs?: number };

/** Waits for something that another process brings about; there is no event to await across processes. */
export async function until<T>(
  look: () => Promise<T | null | undefined | false>,
  { withinMs, what, everyMs = 100 }: Patience,
): Promise<T> {
  const endsAt = performance.now() + withinMs;
  while (performance.now() < endsAt) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    await sleep(everyMs);
  }
  throw new Error(`not within ${withinMs} ms: ${what}`);
}
