import type { SqlTransaction } from "#lib/db/pipeline.ts";
import { AppError } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";

/** In the order in which their budgets are locked. */
const SCOPES = ["team", "member", "key"] as const;

export type BudgetScope = (typeof SCOPES)[number];

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
 * Takes units from the budgets of team, member and key for each of these charges, all or none: the caller's
 * transaction ends with the exception. One conditional statement that locks in the order of `budgetsOf`, so that neither a
 * race nor a deadlock is possible.
 * @throws AppError budget_exceeded with `details.scope`; of several charges, each might have fitted alone
 */
export async function takeFromBudgets(tx: SqlTransaction, charges: readonly Charge[]): Promise<void> {
  if (charges.length === 0) return;
  const budgets = charges.flatMap((charge) => {
    const { teamId, units } = charge;
    return budgetsOf(charge).map((budget) => ({ id: newId("budget"), teamId, units, ...budget }));
  });
  const taken = await tx.$queryRaw<{ scope: BudgetScope; subjectId: string }[]>`
    INSERT INTO "Budget" AS held ("id", "teamId", "scope", "subjectId", "usedUnits", "updatedAt")
    SELECT min("id"), "teamId", "scope", "subjectId", sum("units"), now()
    FROM jsonb_to_recordset(${JSON.stringify(budgets)}::text::jsonb)
      AS budget ("id" text, "teamId" text, "scope" text, "subjectId" text, "units" numeric)
    GROUP BY "teamId", "scope", "subjectId"
    ORDER BY "teamId", array_position(${[...SCOPES]}::text[], "scope"), "subjectId"
    ON CONFLICT ("teamId", "scope", "subjectId") DO UPDATE
      SET "usedUnits" = held."usedUnits" + excluded."usedUnits", "updatedAt" = now()
      WHERE held."capUnits" IS NULL OR held."usedUnits" + excluded."usedUnits" <= held."capUnits"
    RETURNING "scope", "subjectId"`;
  const refused = budgets.find(
    ({ scope, subjectId }) => !taken.some((row) => row.scope === scope && row.subjectId === subjectId),
  );
  if (refused !== undefined) throw budgetExceeded(refused.scope);
}

/** Corrects what was taken, up or down. Never refused: it books what has already happened upstream. */
export async function correctBudgets(tx: SqlTransaction, { units, ...payers }: Charge): Promise<void> {
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
export async function refuseUnknownPriceUnderCap(tx: SqlTransaction, payers: Payers): Promise<void> {
  const subjects = budgetsOf(payers).map(({ subjectId }) => subjectId);
  const [capped] = await tx.$queryRaw<{ scope: BudgetScope }[]>`
    SELECT "scope" FROM "Budget"
    WHERE "teamId" = ${payers.teamId} AND "subjectId" = ANY(${subjects}) AND "capUnits" IS NOT NULL LIMIT 1`;
  if (capped === undefined) return;
  throw new AppError("budget_exceeded", "A budget is set, and no price is published for this combination.", {
    details: { scope: capped.scope, reason: "price_unknown" },
  });
}

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
