import { ownPrice, type PriceBook } from "../../price-book.ts";
import type { Price } from "../../prices.ts";
import type { TaskRequest } from "../../requests/request.ts";
import type { FactsByPath, Kind } from "../kind.ts";
import { LENGTH_UNKNOWN } from "./listed-price.ts";
import { priceKeyAt, pricingOf } from "./pricing.ts";

export type Priced = { readonly facts: FactsByPath; readonly book: PriceBook | null };

/** `priceAt` for a kind in hand, free of the other kinds. */
export function priceWith(kind: Kind, request: TaskRequest, { facts, book }: Priced): Price {
  const listed = kind.price(request, facts);
  const rate = book?.[priceKeyAt(pricingOf(kind.kind), kind.pointOf(request))];
  if (rate === undefined || listed === LENGTH_UNKNOWN) return listed;
  return ownPrice(rate * amountOf(kind, request, facts));
}

/** How many seconds, pictures or tasks are charged; seconds are rounded, as in every published price. */
function amountOf(kind: Kind, request: TaskRequest, facts: FactsByPath): number {
  const { videos, images } = kind.output(request, facts);
  switch (pricingOf(kind.kind).measure) {
    case "second":
      return Math.round(videos.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0));
    case "picture":
      return images.length;
    case "task":
      return 1;
  }
}
