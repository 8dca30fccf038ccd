import type { Db, SystemTransaction, Transaction } from "#lib/db/client.ts";

type Paced = { readonly connectionId: string; readonly pace: string };

/** Newest tasks that an estimate rests on: enough for a median, few enough to follow a provider that changed. */
const SAMPLE = 20;

/**
 * Learns from past tasks how long each of these usually takes from acceptance to the end, in milliseconds.
 * @returns a function that tells it for a row, or null where nothing is known
 */
export async function learnDurations(
  client: Db | Transaction | SystemTransaction,
  rows: readonly Paced[],
): Promise<(row: Paced) => number | null> {
  const pairs = [
    ...new Map(
      rows.map(({ connectionId, pace }) => [keyOf({ connectionId, pace }), { connectionId, pace }]),
    ).values(),
  ];
  if (pairs.length === 0) return () => null;
  const medians = await client.$queryRaw<(Paced & { medianMs: number | null })[]>`
    SELECT wanted."connectionId", wanted."pace", sample."medianMs"
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS wanted ("connectionId" text, "pace" text),
    LATERAL (
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) * 1000 AS "medianMs" FROM (
        SELECT extract(epoch FROM "finishedAt" - "submittedAt")::float8 AS seconds FROM "Task"
        WHERE "connectionId" = wanted."connectionId" AND "pace" = wanted."pace" AND "status" = 'succeeded'
        ORDER BY "finishedAt" DESC LIMIT ${SAMPLE}
      ) AS newest
    ) AS sample`;
  const known = new Map(medians.map((row) => [keyOf(row), row.medianMs]));
  return (row) => known.get(keyOf(row)) ?? null;
}

function keyOf({ connectionId, pace }: Paced): string {
  return `${connectionId} ${pace}`;
}
