import { setTimeout as delay } from "node:timers/promises";
import { db } from "#lib/db/client.ts";

type Waiting = { readonly teamId: string; readonly withinMs: number; readonly signal: AbortSignal };

const LOOK_EVERY_MS = 150;
const TERMINAL: readonly string[] = ["succeeded", "failed", "canceled", "unknown"];

/** Waits for a task's end. @returns its last status, or null when it has not ended in time, or the caller no longer waits */
export async function untilFinished(
  taskId: string,
  { teamId, withinMs, signal }: Waiting,
): Promise<string | null> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const row = await db.task.findFirst({ where: { teamId, id: taskId }, select: { status: true } });
    if (row !== null && TERMINAL.includes(row.status)) return row.status;
    if (performance.now() > deadline || signal.aborted) return null;
    await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined); // the next look says why
  }
}
