import type { Price } from "../../prices.ts";
import { LENGTH_UNKNOWN, listedPrice, PRICE_PAGE } from "./listed-price.ts";

const UNITS_PER_FIVE_SECONDS = 0.5;

/**
 * "0.5 per 5 s" (price, §9) of the video. What a part of five seconds costs is not published: counted as a whole one, and
 * then the price says of itself that it is uncertain.
 */
export function lipSyncPrice(videoSeconds: number | undefined): Price {
  if (videoSeconds === undefined) return LENGTH_UNKNOWN;
  const fives = Math.ceil(videoSeconds / 5);
  return listedPrice(fives * UNITS_PER_FIVE_SECONDS, { ...PRICE_PAGE, uncertain: videoSeconds % 5 !== 0 });
}
