import { actingNow, personOf } from "#lib/audit/acting.ts";
import { appendAudit } from "#lib/audit/append-audit.ts";
import { systemDb } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { insertTeam } from "./insert-team.ts";
import { insertAccount, type NewAccount, prepareAccount } from "./new-account.ts";

export type FirstTeam = NewAccount & {
  readonly teamName: string;
  /** Makes another team although there is one already: for operators, never over HTTP. */
  readonly force?: boolean;
};

/** Any number that no other advisory lock of ours uses; held until the transaction ends. */
const SETUP_LOCK = 4_701_001;

/** Whether `/setup` is over. */
export async function hasTeam(): Promise<boolean> {
  return (await systemDb.organization.findFirst({ select: { id: true } })) !== null;
}

/**
 * Makes the first account with the first team. Of two at the same moment exactly one succeeds.
 * @throws AppError conflict when there is a team, or the address has an account; invalid_request for a weak password
 */
export async function createFirstTeam(input: FirstTeam): Promise<{ userId: string; teamId: string }> {
  const { teamName, force = false, ...account } = input;
  // Before the slow hash, so that nobody can keep a set-up studio busy with it.
  if (!force) await refuseSecond();
  const prepared = await prepareAccount(account);
  return systemDb.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`;
    if (!force && (await tx.organization.findFirst({ select: { id: true } }))) throw alreadySetUp();
    const userId = await insertAccount(tx, prepared);
    const teamId = await insertTeam(tx, { name: teamName, ownerId: userId });
    // From the command line it is the operator's doing; at /setup that of whoever was made.
    const by = actingNow().actor ?? personOf(userId);
    await appendAudit(tx, { teamId, action: "team.created", objectId: teamId, by });
    return { userId, teamId };
  });
}

async function refuseSecond(): Promise<void> {
  if (await hasTeam()) throw alreadySetUp();
}

function alreadySetUp(): AppError {
  return new AppError("conflict", "This studio is already set up. Ask one of its owners for an invitation.");
}
