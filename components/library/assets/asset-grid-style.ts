/** As many as fit, two on a phone. The skeleton and the cards share it. */
export const ASSET_GRID =
  "grid grid-cols-[repeat(auto-fill,minmax(min(calc(50%-0.5rem),11.5rem),1fr))] gap-x-3 gap-y-4 sm:gap-x-4";
