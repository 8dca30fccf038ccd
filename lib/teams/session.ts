import { systemDb } from "#lib/db/client.ts";
import { auth } from "./auth.ts";

/** Someone who is signed in, as this request's cookie and the database say now. */
export type Session = {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string | null;
  readonly theme: string | null;
  /** The team they chose to work in; whether they still belong to it is asked by `membershipOf`. */
  readonly activeTeamId: string | null;
  /** `Set-Cookie` lines that prolong or clear the session; whoever answers the request passes them on. */
  readonly setCookies: readonly string[];
};

/** The session that a request's cookie names, read from the database each time: an ended session is over at once. */
export async function findSession(headers: Headers): Promise<Session | null> {
  // Most calls of a stranger carry no cookie; they cost no query.
  if (!headers.has("cookie")) return null;
  const { response, headers: answer } = await auth().api.getSession({ headers, returnHeaders: true });
  if (response === null) return null;
  const { session, user } = response;
  return {
    sessionId: session.id,
    userId: user.id,
    name: user.name,
    email: user.email,
    locale: user.locale ?? null,
    theme: user.theme ?? null,
    activeTeamId: session.activeOrganizationId ?? null,
    setCookies: answer.getSetCookie(),
  };
}

/** Works in another team from now on, in this session only. Whether the person belongs to it is the caller's question. */
export async function chooseTeam(sessionId: string, teamId: string | null): Promise<void> {
  await systemDb.session.update({ where: { id: sessionId }, data: { activeOrganizationId: teamId } });
}
