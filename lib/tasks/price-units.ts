import type { Connection } from "#lib/db/generated/client.ts";
import type { FactsByPath } from "#lib/kling/kinds/kind.ts";
import { priceAt } from "#lib/kling/kinds/price/price-at.ts";
import type { PriceBook } from "#lib/kling/price-book.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";

/** Ten-thousandths of a video unit: an image unit is a fortieth of one. */
const FRACTIONS = 10_000;

/**
 * What a request costs in video units as an exact decimal text, by the connection's own book where it has the key; null when
 * nobody publishes a price.
 */
export function unitsOf(
  request: TaskRequest,
  facts: FactsByPath,
  book: PriceBook | null = null,
): string | null {
  const price = priceAt(request, { facts, book });
  return price.known ? decimal(Math.round(price.units * FRACTIONS)) : null;
}

function decimal(fractions: number): string {
  return (fractions / FRACTIONS).toFixed(4);
}

/** The book that a connection's admin wrote down; the column was checked when it was written. */
export function priceBookOf({ priceBook }: Pick<Connection, "priceBook">): PriceBook | null {
  return priceBook as PriceBook | null; // a JSON column has no type of its own
}
