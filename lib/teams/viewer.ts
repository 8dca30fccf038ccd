import { THEMES, type Theme } from "#lib/contract/account-limits.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { LOCALES, type Locale } from "#lib/shared/localized.ts";
import { listMemberships, type Membership } from "./membership.ts";
import { findSession, type Session } from "./session.ts";

/** Who looks at a page: the person, the team they work in, and the teams they may switch to. */
export type Viewer = {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    /** Null follows the browser. */
    readonly locale: Locale | null;
    /** Null follows the system. */
    readonly theme: Theme | null;
  };
  /** Null for someone in no team, or whose chosen team has put them out. */
  readonly membership: Membership | null;
  readonly teams: readonly Membership[];
};

/** The viewer that a request's cookie names, or null. Where someone without a team goes is the page's decision. */
export async function findViewer(headers: Headers): Promise<Viewer | null> {
  const session = await findSession(headers);
  return session === null ? null : viewerOf(session);
}

export async function viewerOf(session: Session): Promise<Viewer> {
  const teams = await listMemberships(session.userId);
  return {
    user: {
      id: session.userId,
      name: session.name,
      email: session.email,
      locale: LOCALES.find((known) => known === session.locale) ?? null,
      theme: THEMES.find((known) => known === session.theme) ?? null,
    },
    membership: teams.find((team) => team.teamId === session.activeTeamId) ?? null,
    teams,
  };
}

/** The viewer as `can()` asks for them. */
export function principalOf(userId: string, membership: Membership): Principal & { kind: "member" } {
  const { teamId, memberId, role } = membership;
  return { kind: "member", teamId, userId, memberId, role };
}
