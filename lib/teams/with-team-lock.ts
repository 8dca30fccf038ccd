import { type SystemTransaction, systemDb } from "#lib/db/client.ts";

/**
 * Changes to who is in a team, one at a time: without the lock two owners could leave at the same moment, each
 * seeing the other stay. Inside, read again what was known before; only that is current.
 */
export function withTeamLock<T>(teamId: string, change: (tx: SystemTransaction) => Promise<T>): Promise<T> {
  return systemDb.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Organization" WHERE "id" = ${teamId} FOR UPDATE`;
    return change(tx);
  });
}
