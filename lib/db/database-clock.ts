import { systemDb } from "./client.ts";

/** Long enough to cost nothing, short enough for a machine that slept. */
const ASK_AGAIN_MS = 60_000;

type Reading = { readonly databaseMs: number; readonly atMs: number };

let last: Reading | null = null;

/**
 * The time by the database's clock, to which all deadlines of tasks belong: this machine's own may be wrong or may be set meanwhile.
 * Asked for now and then; in between only what cannot be set is counted on.
 */
export async function databaseNow(): Promise<Date> {
  if (last === null || performance.now() - last.atMs > ASK_AGAIN_MS) last = await read();
  return new Date(last.databaseMs + performance.now() - last.atMs);
}

async function read(): Promise<Reading> {
  const askedAtMs = performance.now();
  const [row] = await systemDb.$queryRaw<{ nowMs: number }[]>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "nowMs"`;
  if (row === undefined) throw new Error("the database did not tell the time");
  const answeredAtMs = performance.now();
  return { databaseMs: row.nowMs, atMs: (askedAtMs + answeredAtMs) / 2 };
}
