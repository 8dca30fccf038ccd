import { systemDb } from "#lib/db/client.ts";
import { learnDurations, type Paced } from "#lib/tasks/learn-durations.ts";
import type { DurationCurve } from "#lib/tasks/pace.ts";

const KEEP_MS = 30_000;
const kept = new Map<string, { readonly curve: DurationCurve | null; readonly untilMs: number }>();

/** How long tasks of these paces take; remembered for a while, because every look at every task asks for it. */
export async function learntCurves(tasks: readonly Paced[]): Promise<(task: Paced) => DurationCurve | null> {
  const nowMs = performance.now();
  const unknown = tasks.filter((task) => (kept.get(keyOf(task))?.untilMs ?? 0) <= nowMs);
  if (unknown.length > 0) {
    for (const [key, { untilMs }] of kept) if (untilMs <= nowMs) kept.delete(key);
    const curveOf = await learnDurations(systemDb, unknown);
    for (const task of unknown) kept.set(keyOf(task), { curve: curveOf(task), untilMs: nowMs + KEEP_MS });
  }
  return (task) => kept.get(keyOf(task))?.curve ?? null;
}

function keyOf({ connectionId, pace }: Paced): string {
  return `${connectionId} ${pace}`;
}
