import { TASK_KINDS } from "../../task-kinds.ts";
import { everyPoint } from "../grid/grid.ts";
import { kindOf } from "../kinds.ts";
import { type PriceMeasure, priceKeyAt, pricingOf } from "./pricing.ts";

export type PriceKey = { readonly key: string; readonly measure: PriceMeasure };

/** Every key that a book may have, kind by kind; what the map refuses is in it too, a gateway may sell it. */
export const PRICE_KEYS: readonly PriceKey[] = listKeys();

function listKeys(): readonly PriceKey[] {
  const measures = new Map<string, PriceMeasure>();
  for (const kind of TASK_KINDS) {
    const pricing = pricingOf(kind);
    const axes = kindOf(kind).grid.axes.filter(({ name }) => pricing.axes.includes(name));
    for (const point of everyPoint(axes)) measures.set(priceKeyAt(pricing, point), pricing.measure);
  }
  return [...measures].map(([key, measure]) => ({ key, measure }));
}
