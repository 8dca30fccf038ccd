import { priceOf } from "#lib/kling/prices.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";

/** What a request costs as an exact decimal text; null when nobody publishes a price. The price book counts in hundredths. */
export function unitsOf(request: TaskRequest): string | null {
  const price = priceOf(request);
  return price.known ? price.units.toFixed(2) : null;
}

export function timesUnits(units: string, count: number): string {
  return ((Math.round(Number(units) * 100) * count) / 100).toFixed(2);
}
