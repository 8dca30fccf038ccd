import { db } from "#lib/db/client.ts";

/** A connection whose account takes nothing at present. */
export type RefusedConnection = { readonly id: string; readonly name: string; readonly code: number };

/** Connections of a team that were paused because their accounts refuse; what is ordered there waits until somebody has seen to it. */
export async function refusedConnections(teamId: string): Promise<readonly RefusedConnection[]> {
  const paused = await db.connection.findMany({
    where: { teamId, removedAt: null, isEnabled: true, pausedAt: { not: null } },
    select: { id: true, name: true, pauseReason: true },
    orderBy: { id: "asc" },
  });
  return paused.flatMap(({ id, name, pauseReason }) => {
    const reason = pauseReason as { readonly by?: string; readonly code?: number } | null; // written by pause-connection.ts
    return reason?.by === "account" && reason.code !== undefined ? [{ id, name, code: reason.code }] : [];
  });
}
