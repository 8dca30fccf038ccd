import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { modelOf } from "#lib/kling/request-words.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";

/** What makes a task of its kind take longer or shorter. */
const PACED_BY = ["mode", "duration", "sound", "resolution", "n", "series_amount"] as const;

/** Tasks with the same pace take about equally long: the key under which durations are learnt. */
export function paceOf(request: TaskRequest): string {
  const fields: Readonly<Record<string, unknown>> = request;
  const { defaults } = kindOf(request.kind).grid;
  const values = PACED_BY.map((field) => fields[field] ?? defaults[field] ?? "");
  return [request.kind, modelOf(request), ...values].join(":");
}

/** Fastest and slowest look at a task that somebody waits for. */
export const MIN_POLL_MS = 500;
export const MAX_POLL_MS = 5_000;

type Waiting = {
  /** Since the provider accepted it. */
  readonly elapsedMs: number;
  /** Median of past tasks of this pace; null when there are none. */
  readonly typicalMs: number | null;
};

/**
 * When to look again. Far from the usual end it is pointless to look often, close to it every half second counts, and
 * long after it the task is late anyway: a quarter of the distance, within bounds.
 */
export function pollDelayMs({ elapsedMs, typicalMs }: Waiting): number {
  const distanceMs = typicalMs === null ? elapsedMs : Math.abs(typicalMs - elapsedMs);
  return Math.round(Math.min(MAX_POLL_MS, Math.max(MIN_POLL_MS, distanceMs / 4)));
}

type Remaining = Waiting & {
  /** Tasks of the same connection that go first; null when it runs already. */
  readonly queuePosition: number | null;
  readonly maxParallel: number;
};

/** Honest seconds until it is done, or null when nothing was learnt yet. Never less than one: it is not done. */
export function remainingSeconds({
  elapsedMs,
  typicalMs,
  queuePosition,
  maxParallel,
}: Remaining): number | null {
  if (typicalMs === null) return null;
  const roundsBefore = queuePosition === null ? 0 : Math.floor(queuePosition / maxParallel);
  const ownMs = queuePosition === null ? typicalMs - elapsedMs : typicalMs;
  return Math.max(1, Math.round((ownMs + roundsBefore * typicalMs) / 1000));
}
