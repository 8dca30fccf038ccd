import { verifyStoredChain } from "#lib/audit/verify-stored-chain.ts";
import { systemDb } from "#lib/db/client.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./verdict.ts";

/** What a person decides about a task, as its history and as the audit log say it. */
const ACTION_BY_EVENT: Readonly<Record<string, string>> = {
  canceled: "task.canceled",
  decided: "task.decided",
  adopted: "task.adopted",
  trashed: "task.trashed",
  restored: "task.restored",
};

/** I11: every team's audit chain verifies, and tells of each decision exactly as often as the tasks' own history does. */
export async function auditVerifies({ teamIds, tasks }: Evidence): Promise<Finding> {
  const violations: string[] = [];
  let checked = 0;
  for (const teamId of teamIds) {
    const { entries, broken } = await verifyStoredChain(teamId);
    checked += entries;
    if (broken !== null) violations.push(`${teamId}: entry ${broken.seq} does not fit (${broken.reason})`);
  }
  const where = { teamId: { in: [...teamIds] }, objectType: "task" };
  const recorded = await systemDb.auditEntry.findMany({ where, select: { objectId: true, action: true } });
  const written = countsOf(recorded.map(({ objectId, action }) => `${action} of ${objectId}`));
  const happened = countsOf(
    tasks.flatMap(({ events }) =>
      events.flatMap(({ taskId, type }) => {
        const action = ACTION_BY_EVENT[type];
        return action === undefined ? [] : [`${action} of ${taskId}`];
      }),
    ),
  );
  const known = Object.values(ACTION_BY_EVENT);
  for (const what of new Set([...happened.keys(), ...written.keys()])) {
    if (!known.some((action) => what.startsWith(`${action} `))) continue;
    const [times, entries] = [happened.get(what) ?? 0, written.get(what) ?? 0];
    if (times !== entries)
      violations.push(`${what} happened ${times} times and is recorded ${entries} times`);
  }
  return { id: "I11", checked, violations };
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
