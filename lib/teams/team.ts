import type { Team } from "#lib/contract/team.ts";
import { systemDb } from "#lib/db/client.ts";

const TEAM_SELECT = { id: true, name: true, createdAt: true } as const;

export async function getTeam(teamId: string): Promise<Team> {
  return teamView(
    await systemDb.organization.findUniqueOrThrow({ where: { id: teamId }, select: TEAM_SELECT }),
  );
}

export async function renameTeam(teamId: string, name: string): Promise<Team> {
  return teamView(
    await systemDb.organization.update({ where: { id: teamId }, data: { name }, select: TEAM_SELECT }),
  );
}

function teamView({ id, name, createdAt }: { id: string; name: string; createdAt: Date }): Team {
  return { id, name, createdAt: createdAt.toISOString() };
}
