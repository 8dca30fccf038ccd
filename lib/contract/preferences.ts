import { THEMES, type Theme } from "./account-limits.ts";

/**
 * Cookies that let the server render the first byte in the right language, theme and time zone. They mirror
 * the profile, hold no secret, and are written by the browser. An absent one means "as the browser says".
 */
export const PREFERENCE_COOKIES = {
  locale: "fw-locale",
  theme: "fw-theme",
  timeZone: "fw-time-zone",
} as const;

export function themeFrom(value: string | undefined): Theme | null {
  return THEMES.find((theme) => theme === value) ?? null;
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
