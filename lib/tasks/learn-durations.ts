import type { SystemTransaction } from "#lib/db/client.ts";
import type { DurationCurve } from "./pace.ts";

export type Paced = { readonly connectionId: string; readonly pace: string };

/** Newest tasks that an estimate rests on: enough for its tenths, few enough to follow a provider that changed. */
const SAMPLE = 40;

type LearntRow = Paced & { readonly [Name in keyof DurationCurve]: number | null };

/**
 * Learns from past tasks how long each of these takes.
 * @returns a function that tells it for a row, or null where nothing is known
 */
export async function learnDurations(
  client: Pick<SystemTransaction, "$queryRaw">,
  rows: readonly Paced[],
): Promise<(row: Paced) => DurationCurve | null> {
  const pairs = [
    ...new Map(
      rows.map(({ connectionId, pace }) => [keyOf({ connectionId, pace }), { connectionId, pace }]),
    ).values(),
  ];
  if (pairs.length === 0) return () => null;
  // Upstream was done when a look found it so: what came after that was our own work.
  const learnt = await client.$queryRaw<LearntRow[]>`
    SELECT wanted."connectionId", wanted."pace", sample.*
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS wanted ("connectionId" text, "pace" text),
    LATERAL (
      SELECT percentile_cont(0.1) WITHIN GROUP (ORDER BY made) * 1000 AS "p10Ms",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY made) * 1000 AS "p50Ms",
        percentile_cont(0.9) WITHIN GROUP (ORDER BY made) * 1000 AS "p90Ms",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY whole) * 1000 AS "typicalMs",
        count(*)::int AS "sample"
      FROM (
        SELECT extract(epoch FROM "finishedAt" - "submittedAt")::float8 AS whole,
          extract(epoch FROM coalesce(
            (SELECT max(event."createdAt") FROM "TaskEvent" AS event
             WHERE event."taskId" = task."id" AND event."type" = 'finished'), "finishedAt") - "submittedAt")::float8 AS made
        FROM "Task" AS task
        WHERE "connectionId" = wanted."connectionId" AND "pace" = wanted."pace" AND "status" = 'succeeded'
        ORDER BY "finishedAt" DESC LIMIT ${SAMPLE}
      ) AS newest
    ) AS sample`;
  const known = new Map(learnt.map((row) => [keyOf(row), curveOf(row)]));
  return (row) => known.get(keyOf(row)) ?? null;
}

function curveOf({ p10Ms, p50Ms, p90Ms, typicalMs, sample }: LearntRow): DurationCurve | null {
  if (p10Ms === null || p50Ms === null || p90Ms === null || typicalMs === null) return null;
  return { p10Ms, p50Ms, p90Ms, typicalMs, sample: sample ?? 0 };
}

function keyOf({ connectionId, pace }: Paced): string {
  return `${connectionId} ${pace}`;
}
