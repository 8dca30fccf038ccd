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

/** The first look after acceptance: what is made at once is ready by then. */
export const MIN_POLL_MS = 500;
/** Between two looks at a real upstream's task, unless its provider says otherwise. */
export const LEAST_LOOK_MS = 3_000;

/** How long past tasks of one pace took, in milliseconds. */
export type DurationCurve = {
  /** From acceptance until upstream had made it: a tenth, half, nine tenths of them. */
  readonly p10Ms: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  /** How many tasks this was learnt from. */
  readonly sample: number;
  /** Half of them, until the result was safely ours: what a person waits for. */
  readonly typicalMs: number;
};

type Look = {
  /** Since the provider accepted it. */
  readonly elapsedMs: number;
  /** Null while nothing was learnt. */
  readonly curve: DurationCurve | null;
  readonly leastLookMs: number;
};

/** Rarest look, in units of the least distance: a minute for a real upstream. */
const RAREST_FACTOR = 20;
/** Near the likely end, in the same units: three to five seconds for a real upstream. */
const NEAR_FACTOR = 5 / 3;

/**
 * When to look again. Early ever more rarely, because only refusals end a task there; while most tasks of its pace end
 * every few seconds; after that the task is late anyway, and the later it is the rarer. Without experience a tenth of the
 * time that it has taken, so that what it is told late stays small beside what was waited for.
 */
export function pollDelayMs({ elapsedMs, curve, leastLookMs }: Look): number {
  const within = (ms: number, mostMs: number) => Math.round(Math.max(leastLookMs, Math.min(mostMs, ms)));
  const rarestMs = leastLookMs * RAREST_FACTOR;
  if (curve === null) return within(elapsedMs / 10, rarestMs);
  const { opensMs, closesMs, spreadMs } = likelyEnd(curve, leastLookMs);
  if (elapsedMs < opensMs) return within(Math.min(elapsedMs / 2, opensMs - elapsedMs), rarestMs);
  const nearMs = within(spreadMs / 10, leastLookMs * NEAR_FACTOR);
  return Math.max(nearMs, within((elapsedMs - closesMs) / 4, rarestMs));
}

/** The time in which most tasks end: from the first tenth to the last, and a margin that is wide while little was learnt. */
function likelyEnd({ p10Ms, p50Ms, p90Ms, sample }: DurationCurve, leastLookMs: number) {
  const spreadMs = p90Ms - p10Ms;
  const marginMs = Math.max(2 * leastLookMs, spreadMs / 2, p50Ms / (sample + 1));
  return { opensMs: p10Ms - marginMs, closesMs: p90Ms + marginMs, spreadMs };
}

type Waiting = {
  readonly elapsedMs: number;
  /** Null when there is no experience. */
  readonly typicalMs: number | null;
};

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
