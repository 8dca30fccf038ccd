import type { Payers } from "#lib/billing/budgets.ts";
import type { Principal } from "#lib/contract/permissions.ts";

/** A key spends its own budget, its maker's and the team's. */
export function payersOf(caller: Principal): Payers {
  const keyId = caller.kind === "api_key" ? caller.keyId : null;
  return { teamId: caller.teamId, userId: caller.userId, keyId };
}
