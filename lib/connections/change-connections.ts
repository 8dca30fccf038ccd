import { type SystemTransaction, systemDb } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/shared/errors.ts";

export type OfTeam = { readonly teamId: string; readonly connectionId: string };

/**
 * Changes to a team's connections, one at a time: exactly one of them is the default at every commit. Weaker than the lock of
 * `lib/teams`, so that orders, which refer to the team, need not wait.
 */
export function changeConnections<T>(
  teamId: string,
  change: (tx: SystemTransaction) => Promise<T>,
): Promise<T> {
  return systemDb.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Organization" WHERE "id" = ${teamId} FOR NO KEY UPDATE`;
    return change(tx);
  });
}

/** @throws AppError not_found, also for a connection of another team and for one that was deleted */
export async function findConnectionOrThrow(
  { teamId, connectionId }: OfTeam,
  client: SystemTransaction | typeof systemDb = systemDb,
): Promise<Connection> {
  const row = await client.connection.findFirst({ where: { id: connectionId, teamId, removedAt: null } });
  if (row !== null) return row;
  throw new AppError("not_found", "There is no such connection.");
}

/** Makes this one the default; the one before it is the default no longer. Within `changeConnections`. */
export async function makeDefault(tx: SystemTransaction, { teamId, connectionId }: OfTeam): Promise<void> {
  await tx.connection.updateMany({ where: { teamId, isDefault: true }, data: { isDefault: false } });
  await tx.connection.updateMany({ where: { id: connectionId, teamId }, data: { isDefault: true } });
}

/** What a team falls back on cannot go: spending would move to another account without anybody having said so. */
export function refuseDefault({ isDefault }: Pick<Connection, "isDefault">): void {
  if (!isDefault) return;
  throw new AppError("conflict", "Make another connection the default first.", {
    details: { reason: "is_default" },
  });
}
