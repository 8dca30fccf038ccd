import type { Localized } from "#lib/shared/localized.ts";
import { IMAGE_MODEL_NAMES, type ImageModelId } from "../../image-models.ts";
import type { Price } from "../../prices.ts";

export type Listing = {
  readonly source: string;
  /** ISO date of the page. */
  readonly asOf: string;
  /** The page and what was observed differ, or the reading of the page is ours. */
  readonly uncertain?: boolean;
};

/** The price page of api-reference §9. */
export const PRICE_PAGE: Listing = { source: "price (§9)", asOf: "2026-09-30" };

/** A picture unit is $0.0035 and a video unit $0.14 (price): forty of one are one of the other. */
const IMAGE_UNITS_PER_VIDEO_UNIT = 40;
const USD_CENTS_PER_VIDEO_UNIT = 14;

/** A published price in video units, exact to the hundredth. */
export function listedPrice(units: number, { source, asOf, uncertain = false }: Listing): Price {
  const hundredths = Math.round(units * 100);
  return {
    known: true,
    units: hundredths / 100,
    usd: (hundredths * USD_CENTS_PER_VIDEO_UNIT) / 10_000,
    source,
    asOf,
    uncertain,
  };
}

/** A published price in picture units, for one picture or for several. */
export function listedImagePrice(imageUnits: number, listing: Listing = PRICE_PAGE): Price {
  return listedPrice(imageUnits / IMAGE_UNITS_PER_VIDEO_UNIT, listing);
}

export function unlistedPrice(reason: Localized): Price {
  return { known: false, reason };
}

/** Charged by the second, and nobody knows yet how many there are. */
export const LENGTH_UNKNOWN: Price = unlistedPrice({
  zh: "价格取决于时长，时长尚未知晓",
  en: "The price depends on the length, which is not known yet",
});

/** No page lists this model for this kind of picture. */
export function unlistedImagePrice(model: ImageModelId): Price {
  const { zh, en } = IMAGE_MODEL_NAMES[model];
  return unlistedPrice({
    zh: `${zh} 的该组合没有公开价格`,
    en: `No price is published for this combination of ${en}`,
  });
}
