import { qualityOf } from "./capabilities.ts";
import { type Price, priceOf } from "./prices.ts";
import type { ClipRequest } from "./requests/clip.ts";

/**
 * What a connection charges where that is not the published price: video units by key. A key says what is priced
 * (`kinds/price/price-keys.ts` lists them all), e.g. `clip/kling-v3/pro/on`, and the units are for one second, one picture
 * or one task of it.
 */
export type PriceBook = Readonly<Record<string, number>>;

/** `Price.source` of a price that the team wrote down itself. */
export const OWN_PRICE = "own";

const USD_PER_UNIT = 0.14;

/** Clips from a prompt and from a picture cost the same, so they share their keys. */
export const CLIP_GROUP = "clip";

/** What a clip costs at a connection with this book; free of the other kinds, for the form. */
export function clipPriceAt(request: ClipRequest, book: PriceBook | null): Price {
  const { model_name, mode, sound = "off", duration } = request;
  const rate = book?.[[CLIP_GROUP, model_name, qualityOf(model_name, mode), sound].join("/")];
  return rate === undefined ? priceOf(request) : ownPrice(rate * Number(duration));
}

/** A price out of a book. */
export function ownPrice(units: number): Price {
  const exact = Math.round(units * 10_000) / 10_000;
  return {
    known: true,
    units: exact,
    usd: exact * USD_PER_UNIT,
    source: OWN_PRICE,
    asOf: "",
    uncertain: false,
  };
}
