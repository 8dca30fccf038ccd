import type { SystemTransaction, Transaction } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";

type AnyTransaction = Transaction | SystemTransaction;

export type BudgetScope = "team" | "member" | "key";

/** Who pays for a task: every one of their budgets must have room. */
export type Payers = {
  readonly teamId: string;
  readonly userId: string | null;
  readonly keyId: string | null;
};

type Charge = Payers & {
  /** Exact decimal, e.g. "1.5"; may be negative when it gives back. */
  readonly units: string;
};

/**
 * Takes units from the budgets of team, member and key, all or none: the caller's transaction ends with the exception.
 * One conditional statement that locks in the order of `budgetsOf`, so that neither a race nor a deadlock is possible.
 * @throws AppError budget_exceeded with `details.scope`
 */
export async function takeFromBudgets(tx: AnyTransaction, { units, ...payers }: Charge): Promise<void> {
  const budgets = budgetsOf(payers);
  const rows = JSON.stringify(budgets.map((budget) => ({ id: newId("budget"), ...budget })));
  const taken = await tx.$queryRaw<{ scope: BudgetScope }[]>`
    INSERT INTO "Budget" AS held ("id", "teamId", "scope", "subjectId", "usedUnits", "updatedAt")
    SELECT row.budget->>'id', ${payers.teamId}, row.budget->>'scope', row.budget->>'subjectId', ${units}::numeric, now()
    FROM jsonb_array_elements(${rows}::jsonb) WITH ORDINALITY AS row (budget, position) ORDER BY row.position
    ON CONFLICT ("teamId", "scope", "subjectId") DO UPDATE
      SET "usedUnits" = held."usedUnits" + excluded."usedUnits", "updatedAt" = now()
      WHERE held."capUnits" IS NULL OR held."usedUnits" + excluded."usedUnits" <= held."capUnits"
    RETURNING "scope"`;
  const refused = budgets.find(({ scope }) => !taken.some((row) => row.scope === scope));
  if (refused !== undefined) throw budgetExceeded(refused.scope);
}

/** Corrects what was taken, up or down. Never refused: it books what has already happened upstream. */
export async function correctBudgets(tx: AnyTransaction, { units, ...payers }: Charge): Promise<void> {
  for (const { scope, subjectId } of budgetsOf(payers)) {
    await tx.$executeRaw`
      UPDATE "Budget" SET "usedUnits" = "usedUnits" + ${units}::numeric, "updatedAt" = now()
      WHERE "teamId" = ${payers.teamId} AND "scope" = ${scope} AND "subjectId" = ${subjectId}`;
  }
}

/**
 * A price nobody has published cannot be held against a cap, so a capped payer may not order it.
 * @throws AppError budget_exceeded with `details.reason` "price_unknown"
 */
export async function refuseUnknownPriceUnderCap(tx: AnyTransaction, payers: Payers): Promise<void> {
  const subjects = budgetsOf(payers).map(({ subjectId }) => subjectId);
  const capped = await tx.budget.findFirst({
    where: { teamId: payers.teamId, subjectId: { in: subjects }, capUnits: { not: null } },
    select: { scope: true },
  });
  if (capped === null) return;
  throw new AppError("budget_exceeded", "A budget is set, and no price is published for this combination.", {
    details: { scope: capped.scope, reason: "price_unknown" },
  });
}

/** The fixed order in which budgets are locked. */
function budgetsOf({ teamId, userId, keyId }: Payers): readonly { scope: BudgetScope; subjectId: string }[] {
  return [
    { scope: "team", subjectId: teamId },
    ...(userId === null ? [] : [{ scope: "member" as const, subjectId: userId }]),
    ...(keyId === null ? [] : [{ scope: "key" as const, subjectId: keyId }]),
  ];
}

function budgetExceeded(scope: BudgetScope): AppError {
  return new AppError("budget_exceeded", WORDS[scope], { details: { scope } });
}

const WORDS: Readonly<Record<BudgetScope, string>> = {
  team: "The team's budget does not cover this.",
  member: "Your budget does not cover this.",
  key: "The key's budget does not cover this.",
};
