import type { Connection as ConnectionAnswer, FailOver } from "#lib/contract/connections.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { db, systemDb } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { OCCUPYING } from "#lib/tasks/transitions.ts";
import { connectionView } from "./connection-view.ts";
import { readFailOver } from "./fail-over.ts";
import type { CallsOfMinute } from "./health.ts";

const DAY_MS = 86_400_000;

type Asking = { readonly caller: Principal; readonly now: Date };

/** The team's connections in the order in which they are tried, and whether tasks may move between them. */
export async function listConnections(
  asking: Asking,
): Promise<{ connections: ConnectionAnswer[]; failOver: FailOver }> {
  const { teamId } = asking.caller;
  const rows = await db.connection.findMany({
    where: { teamId, removedAt: null },
    orderBy: [{ isDefault: "desc" }, { priority: "desc" }, { createdAt: "asc" }],
  });
  return { connections: await viewsOf(rows, asking), failOver: await readFailOver(teamId) };
}

/** @throws AppError not_found */
export async function readConnection(id: string, asking: Asking): Promise<ConnectionAnswer> {
  const row = await db.connection.findFirst({
    where: { id, teamId: asking.caller.teamId, removedAt: null },
  });
  const [view] = row === null ? [] : await viewsOf([row], asking);
  if (view === undefined) throw new AppError("not_found", "There is no such connection.");
  return view;
}

async function viewsOf(rows: readonly Connection[], { caller, now }: Asking): Promise<ConnectionAnswer[]> {
  const ids = rows.map(({ id }) => id);
  const [calls, tasks] = await Promise.all([
    callsSince(ids, new Date(now.getTime() - DAY_MS)),
    countTasks(caller.teamId, ids),
  ]);
  const mayManage = can(caller, "connection.manage");
  return rows.map((row) => {
    const ofRow = tasks.filter(({ connectionId }) => connectionId === row.id);
    const count = (statuses: readonly string[]) =>
      ofRow.reduce((sum, { status, count: its }) => sum + (statuses.includes(status) ? its : 0), 0);
    return connectionView(row, {
      calls: calls.filter(({ connectionId }) => connectionId === row.id),
      waiting: count(["queued"]),
      running: count(OCCUPYING),
      now,
      mayManage,
    });
  });
}

/** The ids are those of rows of the caller's team. */
function callsSince(
  ids: readonly string[],
  since: Date,
): Promise<(CallsOfMinute & { connectionId: string })[]> {
  return systemDb.connectionCalls.findMany({
    where: { connectionId: { in: [...ids] }, minute: { gte: since } },
    select: { connectionId: true, minute: true, outcome: true, calls: true, latencyMsSum: true },
  });
}

async function countTasks(teamId: string, ids: readonly string[]) {
  const groups = await db.task.groupBy({
    by: ["connectionId", "status"],
    where: { teamId, connectionId: { in: [...ids] }, status: { in: ["queued", ...OCCUPYING] } },
    _count: true,
  });
  return groups.map(({ connectionId, status, _count: count }) => ({ connectionId, status, count }));
}
