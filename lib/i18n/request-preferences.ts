import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Locale } from "#lib/shared/localized.ts";
import { isTheme, isTimeZone, PREFERENCE_COOKIES, type Theme } from "#lib/shared/preferences.ts";
import { negotiateLocale } from "./negotiate-locale.ts";

export type RequestPreferences = {
  readonly locale: Locale;
  readonly theme: Theme;
  /** IANA name; UTC until the browser has told its own. */
  readonly timeZone: string;
};

/** Language, theme and time zone of the page being rendered; the cookies mirror the profile. */
export const requestPreferences = cache(async (): Promise<RequestPreferences> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const theme = jar.get(PREFERENCE_COOKIES.theme)?.value;
  const timeZone = jar.get(PREFERENCE_COOKIES.timeZone)?.value ?? "";
  return {
    locale: negotiateLocale(jar.get(PREFERENCE_COOKIES.locale)?.value, head.get("accept-language")),
    theme: isTheme(theme) ? theme : "system",
    timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
  };
});
