import { statfs } from "node:fs/promises";
import type { Health, HealthPart } from "#lib/contract/instance.ts";
import { systemDb } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";

/** A part that does not answer in this time is down. */
const PATIENCE_MS = 2_000;

/** Workers beat every few seconds; none for this long means that nobody works. */
const HEARTBEAT_SECONDS = 30;

const LOW_WATER_BYTES = 500_000_000;

type Measured = { readonly isUp: boolean; readonly name: string; readonly value: number };

/** Looks at everything that a clip needs on its way, each for itself: one that hangs does not hide the others. */
export async function readHealth(now: Date): Promise<Required<Health>> {
  const [database, queue, worker, disk] = await Promise.all([
    look(databaseAnswers),
    look(queueIsThere),
    look(() => workerBeats(now)),
    look(diskHasRoom),
  ]);
  const parts = { web: { status: "up", measure: null }, database, queue, worker, disk } as const;
  const isUp = Object.values(parts).every((part) => part.status === "up");
  return { status: isUp ? "up" : "down", parts };
}

async function databaseAnswers(): Promise<Measured> {
  const startedAt = performance.now();
  await systemDb.$queryRaw`SELECT 1`;
  return { isUp: true, name: "milliseconds", value: Math.round(performance.now() - startedAt) };
}

/** The queue lives in the database; this asks whether its tables are there and how much waits in them. */
async function queueIsThere(): Promise<Measured> {
  const rows = await systemDb.$queryRaw<{ waiting: bigint }[]>`
    SELECT count(*) AS waiting FROM pgboss.job WHERE state < 'active' AND start_after <= now()`;
  return { isUp: true, name: "waitingJobs", value: Number(rows[0]?.waiting ?? 0) };
}

async function workerBeats(now: Date): Promise<Measured> {
  const newest = await systemDb.workerHeartbeat.aggregate({ _max: { beatAt: true } });
  const beatAt = newest._max.beatAt;
  const seconds = beatAt ? Math.max(0, Math.round((now.getTime() - beatAt.getTime()) / 1000)) : -1;
  return {
    isUp: beatAt !== null && seconds <= HEARTBEAT_SECONDS,
    name: "secondsSinceHeartbeat",
    value: seconds,
  };
}

async function diskHasRoom(): Promise<Measured> {
  const { bavail, bsize } = await statfs(env.DATA_DIR);
  return { isUp: bavail * bsize >= LOW_WATER_BYTES, name: "freeBytes", value: bavail * bsize };
}

/** A failure is the answer here, not an error: why it failed stands in the log of the part itself. */
async function look(measure: () => Promise<Measured>): Promise<HealthPart> {
  const measured = await Promise.race([measure().catch(() => null), patience()]);
  if (measured === null) return { status: "down", measure: null };
  const { isUp, name, value } = measured;
  return { status: isUp ? "up" : "down", measure: { name, value } };
}

function patience(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS).unref());
}
