import { AppError } from "#lib/shared/errors.ts";
import { findMembership } from "./membership.ts";
import { chooseTeam, type Session } from "./session.ts";

/** @throws AppError not_found for a team that the person does not belong to, or that does not exist */
export async function switchTeam(session: Session, teamId: string): Promise<void> {
  const membership = await findMembership(session.userId, teamId);
  if (membership === null) throw new AppError("not_found", "There is no such team.");
  await chooseTeam(session.sessionId, teamId);
}
