/** Longest name of a draft, in characters. Apart from the schemas, which the browser does not load. */
export const MAX_DRAFT_NAME = 80;

/** First words of a draft, for lists. */
export const MAX_DRAFT_WORDS = 200;
