import { db } from "#lib/db/client.ts";
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
export async function setBudgetCap({ teamId, scope, subjectId, capUnits }: BudgetCap): Promise<void> {
  await db.budget.upsert({
    where: { teamId_scope_subjectId: { teamId, scope, subjectId } },
    create: { id: newId("budget"), teamId, scope, subjectId, capUnits },
    update: { capUnits },
  });
}
