import { KEY_MAX_BUDGET_UNITS } from "#lib/contract/account-limits.ts";

/** Units with four decimals at most, as typed, with a point or a comma; null = left empty, undefined = not a budget. */
export function readBudget(text: string): number | null | undefined {
  const typed = text.trim().replace(",", ".");
  if (typed === "") return null;
  if (!/^\d+(\.\d{1,4})?$/.test(typed)) return undefined;
  const units = Number(typed);
  return units > 0 && units <= KEY_MAX_BUDGET_UNITS ? units : undefined;
}
