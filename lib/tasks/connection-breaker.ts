import { systemDb } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { BREAKER_THRESHOLD, PROBE_SECONDS, restMs } from "./breaker.ts";

/** A connection as it was read when the step began. */
type Read = { readonly id: string; readonly breakerFailures: number };

/**
 * Whether a call may go to this upstream. While it fails, one caller in the whole studio gets through when its rest is
 * over, decided by one conditional statement; `tellBreaker` must follow.
 */
export async function passesBreaker({ id, breakerFailures }: Read): Promise<boolean> {
  if (breakerFailures < BREAKER_THRESHOLD) return true;
  const isProbe = await systemDb.$executeRaw`
    UPDATE "Connection" SET "breakerOpenUntil" = now() + make_interval(secs => ${PROBE_SECONDS})
    WHERE "id" = ${id} AND "breakerFailures" >= ${BREAKER_THRESHOLD}
      AND ("breakerOpenUntil" IS NULL OR "breakerOpenUntil" <= now())`;
  if (isProbe === 1) return true;
  const now = await systemDb.connection.findUnique({ where: { id }, select: { breakerFailures: true } });
  return now !== null && now.breakerFailures < BREAKER_THRESHOLD;
}

/**
 * How a call ended. `answered`: whatever the answer was, somebody is there. `failed`: no answer, or upstream says that it
 * is broken. A success that follows no failure costs no statement.
 */
export async function tellBreaker(
  { id, breakerFailures }: Read,
  { outcome, random }: { readonly outcome: "answered" | "failed"; readonly random: number },
): Promise<void> {
  if (outcome === "answered") {
    if (breakerFailures === 0) return;
    await systemDb.connection.updateMany({
      where: { id, breakerFailures: { gt: 0 } },
      data: { breakerFailures: 0, breakerOpenUntil: null },
    });
    return;
  }
  await systemDb.$transaction(async (tx) => {
    const [failing] = await tx.$queryRaw<{ failures: number }[]>`
      UPDATE "Connection" SET "breakerFailures" = "breakerFailures" + 1 WHERE "id" = ${id}
      RETURNING "breakerFailures" AS "failures"`;
    const forMs = failing === undefined ? null : restMs({ failures: failing.failures, random });
    if (forMs === null) return;
    await tx.$executeRaw`
      UPDATE "Connection" SET "breakerOpenUntil" = now() + make_interval(secs => ${forMs / 1000}) WHERE "id" = ${id}`;
    log.warn({ connectionId: id, forMs }, "an upstream does not answer and is left in peace");
  });
}
