import { appendAudit } from "#lib/audit/append-audit.ts";
import { db, systemDb, type Transaction } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { producerQueue, type Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { recordWebhookMessages } from "#lib/webhooks/record-webhook-messages.ts";
import { wakeWaiting } from "./wake-waiting.ts";

/**
 * Why nothing is submitted: a person wanted it, upstream's account cannot take anything, or the studio came out of a backup
 * (scripts/backup/quarantine.ts) and nobody has looked yet.
 */
export type PauseReason =
  | { readonly by: "person" | "restore" }
  /** `code` as in lib/kling/codes.ts, with upstream's own words. */
  | { readonly by: "account"; readonly code: number; readonly message: string };

type OfTeam = { readonly teamId: string; readonly connectionId: string };

/**
 * Nothing is submitted to it from now on; what it has accepted goes on, what is queued waits. Doing it twice is fine.
 * @throws AppError not_found
 */
export async function pauseConnection({ teamId, connectionId }: OfTeam): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.connection.updateMany({
      where: { id: connectionId, teamId, pausedAt: null },
      data: pausedBecause({ by: "person" }),
    });
    if (count === 0) await requireConnection(tx, { teamId, connectionId });
    else await appendAudit(tx, { teamId, action: "connection.paused", objectId: connectionId });
  });
}

/**
 * Goes on with what waits, whoever paused it; what was learnt about its failures is forgotten, since a person says that it
 * works. Doing it twice is fine.
 * @throws AppError not_found
 */
export async function resumeConnection({ teamId, connectionId }: OfTeam): Promise<void> {
  const queue = await producerQueue();
  await db.$transaction(async (tx) => {
    const [known] = await tx.$queryRaw<{ wasPaused: boolean }[]>`
      SELECT "pausedAt" IS NOT NULL AS "wasPaused" FROM "Connection"
      WHERE "id" = ${connectionId} AND "teamId" = ${teamId} FOR NO KEY UPDATE`;
    if (known === undefined) throw noConnection();
    await tx.$executeRaw`
      UPDATE "Connection" SET "pausedAt" = NULL, "pauseReason" = NULL, "breakerFailures" = 0, "breakerOpenUntil" = NULL,
        "updatedAt" = now()
      WHERE "id" = ${connectionId} AND "teamId" = ${teamId}`;
    await wakeWaiting(tx, { connectionId, queue });
    if (known.wasPaused)
      await appendAudit(tx, { teamId, action: "connection.resumed", objectId: connectionId });
  });
}

/**
 * The worker's half: the account refused, and would refuse everything else as well. The team's receivers are told. A person's pause
 * stays as it is.
 * @returns the connection when it was this call that paused it, for whoever else is to be told
 */
export async function pauseForAccount(
  connectionId: string,
  { queue, ...reason }: Omit<Extract<PauseReason, { by: "account" }>, "by"> & { readonly queue: Queue },
): Promise<{ readonly teamId: string; readonly name: string } | null> {
  return systemDb.$transaction(async (tx) => {
    const paused = await tx.connection.updateManyAndReturn({
      where: { id: connectionId, pausedAt: null },
      data: pausedBecause({ by: "account", ...reason }),
      select: { teamId: true, name: true },
    });
    for (const { teamId, name } of paused) {
      log.warn({ connectionId, code: reason.code }, "a connection is paused: its account refuses");
      const data = { connectionId, name, code: reason.code };
      const told = [{ type: "connection.paused", taskId: null, at: new Date(), data }] as const;
      await recordWebhookMessages(tx, { teamId, told, queue });
    }
    return paused[0] ?? null;
  });
}

function pausedBecause(pauseReason: PauseReason) {
  return { pausedAt: new Date(), pauseReason };
}

async function requireConnection(tx: Transaction, { teamId, connectionId }: OfTeam): Promise<void> {
  const known = await tx.connection.count({ where: { id: connectionId, teamId } });
  if (known === 0) throw noConnection();
}

function noConnection(): AppError {
  return new AppError("not_found", "There is no such connection.");
}
