/** Limits of accounts and teams that forms and schemas share; free of zod so that the browser may import it. */

/** Characters. Long beats odd: there are no rules about digits or symbols (NIST SP 800-63B). */
export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;

export const EMAIL_MAX_LENGTH = 254;
export const NAME_MAX_LENGTH = 80;
export const TEAM_NAME_MAX_LENGTH = 80;
export const KEY_NAME_MAX_LENGTH = 80;

/** How long an invitation can be accepted. */
export const INVITATION_HOURS = 48;

/** A key lives at most this long when it has an end at all. */
export const KEY_MAX_DAYS = 365;

/** Video units; a key without a budget is held by its member's and its team's alone. */
export const KEY_MAX_BUDGET_UNITS = 1_000_000;
/** Prices have four decimals at most, and so have budgets. */
export const KEY_BUDGET_STEP = 0.0001;

export const THEMES = ["light", "dark"] as const;

export type Theme = (typeof THEMES)[number];
