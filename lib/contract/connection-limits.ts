/** Limits of connections that forms and schemas share; free of zod so that the browser may import it. */

export const CONNECTION_NAME_MAX_LENGTH = 60;

/** Places of one kind of resource pack. No account is known to have more. */
export const MAX_PARALLEL = 200;

/** One price of an own price book, in video units. */
export const MAX_PRICE_UNITS = 10_000;

/** How much more a task may cost where it is moved to. */
export const MAX_EXTRA_UNITS = 10_000;

/** Prices have four decimals at most. */
export const PRICE_STEP = 0.0001;
