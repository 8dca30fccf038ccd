import { makeSignature } from "better-auth/crypto";
import type { KeyScope, Role } from "#lib/contract/permissions.ts";
import { systemDb } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/shared/ids.ts";
import { auth } from "#lib/teams/auth.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import type { TestTeam } from "./world.ts";

/** Who calls, in the order of the columns in `matrix.ts`. */
export const ACTORS = [
  "owner",
  "admin",
  "creator",
  "viewer",
  "stranger",
  "teamless",
  "key read",
  "key create",
  "nobody",
] as const;

export type ActorKind = (typeof ACTORS)[number];

export type Actor = {
  readonly kind: ActorKind;
  /** What their calls carry to say who they are. */
  readonly headers: Readonly<Record<string, string>>;
  /** Absent for nobody. */
  readonly userId?: string;
  readonly memberId?: string;
};

/** A new caller each time: what one cell of the matrix does to its caller cannot change another. */
export async function makeActor(kind: ActorKind, home: TestTeam, abroad: TestTeam): Promise<Actor> {
  switch (kind) {
    case "owner":
    case "admin":
    case "creator":
    case "viewer":
      return { kind, ...(await makeMember(home, kind)) };
    case "stranger":
      return { kind, ...(await makeMember(abroad, "owner")) };
    case "teamless": {
      const userId = await makeUser("teamless");
      return { kind, userId, headers: { cookie: await makeCookie(userId) } };
    }
    case "key read":
      return { kind, ...(await makeKey(home, "read")) };
    case "key create":
      return { kind, ...(await makeKey(home, "create")) };
    case "nobody":
      return { kind, headers: {} };
  }
}

export async function makeMember(team: TestTeam, role: Role) {
  const userId = await makeUser(team.canary);
  const memberId = newId("member");
  await systemDb.member.create({ data: { id: memberId, organizationId: team.teamId, userId, role } });
  return { userId, memberId, headers: { cookie: await makeCookie(userId) } };
}

export async function makeKey(team: TestTeam, scope: KeyScope) {
  const { userId } = await makeMember(team, "creator");
  const { key } = await createApiKey({
    teamId: team.teamId,
    userId,
    name: team.canary,
    scope,
    expiresAt: null,
  });
  return { userId, headers: { authorization: `Bearer ${key}` } };
}

export async function makeUser(words: string): Promise<string> {
  const id = newId("user");
  await systemDb.user.create({
    data: { id, name: `${words} person`, email: `${id}.${words}@example.com`.toLowerCase() },
  });
  return id;
}

/** A session as better-auth makes it when the password is right, without the slow hash. */
export async function makeCookie(userId: string): Promise<string> {
  const { internalAdapter, authCookies } = await auth().$context;
  const { token } = await internalAdapter.createSession(userId);
  const signature = await makeSignature(token, env.BETTER_AUTH_SECRET);
  return `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`;
}
