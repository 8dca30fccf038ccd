/** One column on a phone, as many as fit elsewhere. The skeleton and the cards share it. */
export const CARD_GRID =
  "grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-4 gap-y-5 sm:gap-x-5";

/** The text below a still: two lines of prompt and one of facts, whatever they say. */
export const CARD_TEXT = "h-[4.75rem] pt-2.5";
