import { systemDb } from "#lib/db/client.ts";
import { learnDurations } from "#lib/tasks/learn-durations.ts";

type Paced = { readonly connectionId: string; readonly pace: string };

const KEEP_MS = 30_000;
const kept = new Map<string, { typicalMs: number | null; untilMs: number }>();

/** How long tasks of this pace usually take; remembered for a while, because every look at every task asks for it. */
export async function typicalDurationMs(task: Paced): Promise<number | null> {
  const key = `${task.connectionId} ${task.pace}`;
  const known = kept.get(key);
  if (known !== undefined && known.untilMs > performance.now()) return known.typicalMs;
  const typicalMs = (await learnDurations(systemDb, [task]))(task);
  kept.set(key, { typicalMs, untilMs: performance.now() + KEEP_MS });
  return typicalMs;
}
