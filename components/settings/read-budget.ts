import { KEY_MAX_BUDGET_UNITS } from "#lib/contract/account-limits.ts";
import { readUnits } from "./read-units.ts";

/** Units as typed; null = left empty, undefined = not a budget. */
export function readBudget(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const units = readUnits(text, KEY_MAX_BUDGET_UNITS);
  return units === 0 ? undefined : units;
}
