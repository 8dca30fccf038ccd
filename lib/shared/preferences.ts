/** What a person may choose; `system` follows the device. */
export const THEMES = ["light", "dark", "system"] as const;

export type Theme = (typeof THEMES)[number];

/**
 * Cookies that let the server render the first byte in the right language, theme and time zone. They hold
 * no secret and are written by the browser itself.
 */
export const PREFERENCE_COOKIES = {
  locale: "fw-locale",
  theme: "fw-theme",
  timeZone: "fw-time-zone",
} as const;

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** Whether the runtime knows this IANA time zone, e.g. `Asia/Shanghai`. */
export function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false; // RangeError is how Intl says "no such zone"; there is no predicate to ask instead
  }
}
