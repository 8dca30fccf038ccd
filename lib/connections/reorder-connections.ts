import { appendAudit } from "#lib/audit/append-audit.ts";
import { AppError } from "#lib/shared/errors.ts";
import { changeConnections } from "./change-connections.ts";

/**
 * The order in which connections are tried, the first one first. All of the team's connections must be named: a list that was
 * read before another one came must not decide about it.
 * @throws AppError conflict
 */
export async function reorderConnections(teamId: string, ids: readonly string[]): Promise<void> {
  await changeConnections(teamId, async (tx) => {
    const rows = await tx.connection.findMany({ where: { teamId, removedAt: null }, select: { id: true } });
    const isWhole = rows.length === new Set(ids).size && rows.every(({ id }) => ids.includes(id));
    if (!isWhole || ids.length !== rows.length)
      throw new AppError("conflict", "The connections have changed meanwhile.", {
        details: { reason: "stale" },
      });
    for (const [index, id] of ids.entries())
      await tx.connection.update({ where: { id, teamId }, data: { priority: -index } });
    const details = { order: [...ids] };
    await appendAudit(tx, { teamId, action: "connection.reordered", objectId: teamId, details });
  });
}
