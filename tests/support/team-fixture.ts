import type { Principal } from "#lib/contract/permissions.ts";
import { systemDb } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";

/** A team of its own for one test, with its owner as the caller. */
export type TestTeam = {
  readonly teamId: string;
  readonly connectionId: string;
  readonly caller: Principal & { readonly kind: "member" };
};

type Options = { readonly maxParallel?: number };

export async function createTeam({ maxParallel = 3 }: Options = {}): Promise<TestTeam> {
  const [teamId, userId, memberId] = [newId("team"), newId("user"), newId("member")];
  const connectionId = newId("connection");
  await systemDb.user.create({
    data: { id: userId, name: "Ann", email: `${userId.toLowerCase()}@example.com` },
  });
  await systemDb.organization.create({ data: { id: teamId, name: "Kites", slug: teamId.toLowerCase() } });
  await systemDb.member.create({ data: { id: memberId, organizationId: teamId, userId, role: "owner" } });
  await systemDb.connection.create({
    data: { id: connectionId, teamId, name: "Sandbox", provider: "sandbox", maxParallel, isDefault: true },
  });
  return { teamId, connectionId, caller: { kind: "member", teamId, userId, memberId, role: "owner" } };
}
