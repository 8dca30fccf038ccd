import { systemDb } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { log } from "#lib/log.ts";
import type { CountedCall } from "./transport.ts";

const MINUTE_MS = 60_000;
const FLUSH_EVERY_MS = 3_000;

type Row = {
  readonly connectionId: string;
  readonly minute: Date;
  readonly operation: string;
  readonly outcome: string;
  calls: number;
  latencyMsSum: number;
};

let waiting = new Map<string, Row>();
let timer: NodeJS.Timeout | null = null;

/** Counts one call for the health of its connection. Only remembers it: a call is never delayed nor failed by being counted. */
export function countCall({ connectionId, operation, outcome, latencyMs }: CountedCall): void {
  const minute = new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);
  const key = JSON.stringify([connectionId, minute, operation, outcome]);
  const row = waiting.get(key) ?? { connectionId, minute, operation, outcome, calls: 0, latencyMsSum: 0 };
  row.calls += 1;
  row.latencyMsSum += Math.round(latencyMs);
  waiting.set(key, row);
  timer ??= setTimeout(() => void flushCalls(), FLUSH_EVERY_MS).unref();
}

/** Writes what was counted since the last time. Never throws: counts of a connection that is gone, or of a bad minute, are lost. */
export async function flushCalls(): Promise<void> {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const rows = [...waiting.values()];
  waiting = new Map();
  if (rows.length === 0) return;
  try {
    await systemDb.$executeRaw`
      INSERT INTO "ConnectionCalls" ("connectionId", "minute", "operation", "outcome", "calls", "latencyMsSum")
      SELECT "new".* FROM (VALUES ${Prisma.join(rows.map(valuesOf))})
        AS "new" ("connectionId", "minute", "operation", "outcome", "calls", "latencyMsSum")
      WHERE EXISTS (SELECT 1 FROM "Connection" WHERE "id" = "new"."connectionId")
      ON CONFLICT ("connectionId", "minute", "operation", "outcome") DO UPDATE SET
        "calls" = "ConnectionCalls"."calls" + excluded."calls",
        "latencyMsSum" = "ConnectionCalls"."latencyMsSum" + excluded."latencyMsSum"`;
  } catch (error) {
    log.warn({ err: error, rows: rows.length }, "counts of upstream calls were lost");
  }
}

function valuesOf({ connectionId, minute, operation, outcome, calls, latencyMsSum }: Row) {
  return Prisma.sql`(${connectionId}, ${minute}::timestamptz, ${operation}, ${outcome}, ${calls}::int, ${latencyMsSum}::bigint)`;
}
