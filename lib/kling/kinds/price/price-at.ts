import { ownPrice, type PriceBook } from "../../price-book.ts";
import type { Price } from "../../prices.ts";
import type { TaskRequest } from "../../requests/request.ts";
import type { FactsByPath } from "../kind.ts";
import { kindOf } from "../kinds.ts";
import { LENGTH_UNKNOWN } from "./listed-price.ts";
import { priceKeyOf, pricingOf } from "./price-keys.ts";

type Given = { readonly facts: FactsByPath; readonly book: PriceBook | null };

/** What a request costs at a connection: by its own book where that has the key, else what is published. */
export function priceAt(request: TaskRequest, { facts, book }: Given): Price {
  const listed = kindOf(request.kind).price(request, facts);
  const rate = book?.[priceKeyOf(request)];
  if (rate === undefined || listed === LENGTH_UNKNOWN) return listed;
  return ownPrice(rate * amountOf(request, facts));
}

/** How many seconds, pictures or tasks are charged; seconds are rounded, as in every published price. */
function amountOf(request: TaskRequest, facts: FactsByPath): number {
  const { videos, images } = kindOf(request.kind).output(request, facts);
  switch (pricingOf(request.kind).measure) {
    case "second":
      return Math.round(videos.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0));
    case "picture":
      return images.length;
    case "task":
      return 1;
  }
}
