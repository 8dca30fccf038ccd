import type { FactsByPath } from "#lib/kling/kinds/kind.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";

/** Ten-thousandths of a video unit: an image unit is a fortieth of one. */
const FRACTIONS = 10_000;

/** What a request costs in video units as an exact decimal text; null when nobody publishes a price. */
export function unitsOf(request: TaskRequest, facts: FactsByPath): string | null {
  const price = kindOf(request.kind).price(request, facts);
  return price.known ? decimal(Math.round(price.units * FRACTIONS)) : null;
}

export function timesUnits(units: string, count: number): string {
  return decimal(Math.round(Number(units) * FRACTIONS) * count);
}

function decimal(fractions: number): string {
  return (fractions / FRACTIONS).toFixed(4);
}
