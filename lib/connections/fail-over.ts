import { appendAudit } from "#lib/audit/append-audit.ts";
import type { FailOver } from "#lib/contract/connections.ts";
import { db } from "#lib/db/client.ts";

/** What holds as long as nobody has decided anything: a task stays where it was ordered. */
const UNDECIDED: FailOver = { mayFailOver: false, extraUnits: 0 };

export async function readFailOver(teamId: string): Promise<FailOver> {
  const row = await db.teamPolicy.findUnique({ where: { teamId } });
  if (row === null) return UNDECIDED;
  return { mayFailOver: row.mayFailOver, extraUnits: row.failOverExtraUnits.toNumber() };
}

/** Whether a task may move to another connection before any accepted it, and what it may cost more there. */
export async function setFailOver(teamId: string, { mayFailOver, extraUnits }: FailOver): Promise<FailOver> {
  const data = { mayFailOver, failOverExtraUnits: extraUnits };
  await db.$transaction(async (tx) => {
    await tx.teamPolicy.upsert({ where: { teamId }, create: { teamId, ...data }, update: data });
    const details = { mayFailOver, extraUnits };
    await appendAudit(tx, { teamId, action: "team.fail_over_set", objectId: teamId, details });
  });
  return readFailOver(teamId);
}
