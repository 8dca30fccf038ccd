import { appendAudit } from "#lib/audit/append-audit.ts";
import { db, type Transaction } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";
import type { BudgetScope } from "./budgets.ts";

type BudgetCap = {
  readonly teamId: string;
  readonly scope: BudgetScope;
  /** The member's user id or the key's id; the team's id for the team scope. */
  readonly subjectId: string;
  /** Exact decimal; null lifts the cap. May be below what is used already: then nothing more is granted. */
  readonly capUnits: string | null;
};

/** Sets or lifts a cap. What is used was counted all along, cap or not. */
export async function setBudgetCap(cap: BudgetCap): Promise<void> {
  const { teamId, scope, subjectId: objectId, capUnits } = cap;
  await db.$transaction(async (tx) => {
    await writeBudgetCap(tx, cap);
    await appendAudit(tx, { teamId, action: "budget.set", objectId, details: { scope, capUnits } });
  });
}

/** The same as a part of something else that is recorded. */
export async function writeBudgetCap(
  tx: Transaction,
  { teamId, scope, subjectId, capUnits }: BudgetCap,
): Promise<void> {
  await tx.budget.upsert({
    where: { teamId_scope_subjectId: { teamId, scope, subjectId } },
    create: { id: newId("budget"), teamId, scope, subjectId, capUnits },
    update: { capUnits },
  });
}
