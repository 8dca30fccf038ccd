import { appendAudit } from "#lib/audit/append-audit.ts";
import type { Team } from "#lib/contract/team.ts";
import { systemDb } from "#lib/db/client.ts";
import { withTeamLock } from "./with-team-lock.ts";

const TEAM_SELECT = { id: true, name: true, createdAt: true } as const;

export async function getTeam(teamId: string): Promise<Team> {
  return teamView(
    await systemDb.organization.findUniqueOrThrow({ where: { id: teamId }, select: TEAM_SELECT }),
  );
}

export async function renameTeam(teamId: string, name: string): Promise<Team> {
  return withTeamLock(teamId, async (tx) => {
    const where = { id: teamId };
    const { name: from } = await tx.organization.findUniqueOrThrow({ where, select: { name: true } });
    const renamed = await tx.organization.update({ where, data: { name }, select: TEAM_SELECT });
    await appendAudit(tx, { teamId, action: "team.renamed", objectId: teamId, details: { from, to: name } });
    return teamView(renamed);
  });
}

function teamView({ id, name, createdAt }: { id: string; name: string; createdAt: Date }): Team {
  return { id, name, createdAt: createdAt.toISOString() };
}
