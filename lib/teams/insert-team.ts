import type { SystemTransaction } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";

/** Clips that the sandbox renders for one team at the same time. */
const SANDBOX_MAX_PARALLEL = 3;

type NewTeam = { readonly name: string; readonly ownerId: string };

/**
 * A team with everything that the rest of the studio relies on: an owner, the row that numbers its events, a
 * budget without a cap, and the sandbox to make clips in.
 * @returns the team's id
 */
export async function insertTeam(tx: SystemTransaction, { name, ownerId }: NewTeam): Promise<string> {
  const teamId = newId("team");
  await tx.organization.create({ data: { id: teamId, name, slug: teamId.toLowerCase() } });
  await tx.member.create({
    data: { id: newId("member"), organizationId: teamId, userId: ownerId, role: "owner" },
  });
  await tx.teamFeed.create({ data: { teamId } });
  await tx.budget.create({ data: { id: newId("budget"), teamId, scope: "team", subjectId: teamId } });
  await tx.connection.create({
    data: {
      id: newId("connection"),
      teamId,
      name: "Sandbox",
      provider: "sandbox",
      maxParallel: SANDBOX_MAX_PARALLEL,
      isDefault: true,
    },
  });
  return teamId;
}
