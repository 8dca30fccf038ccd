import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Theme } from "#lib/contract/account-limits.ts";
import { isTimeZone, PREFERENCE_COOKIES, themeFrom } from "#lib/contract/preferences.ts";
import type { Locale } from "#lib/shared/localized.ts";
import { negotiateLocale } from "./negotiate-locale.ts";

export type RequestPreferences = {
  readonly locale: Locale;
  /** Null follows the device. */
  readonly theme: Theme | null;
  /** IANA name; UTC until the browser has told its own. */
  readonly timeZone: string;
};

/** Language, theme and time zone of the page being rendered. */
export const requestPreferences = cache(async (): Promise<RequestPreferences> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const timeZone = jar.get(PREFERENCE_COOKIES.timeZone)?.value ?? "";
  return {
    locale: negotiateLocale(jar.get(PREFERENCE_COOKIES.locale)?.value, head.get("accept-language")),
    theme: themeFrom(jar.get(PREFERENCE_COOKIES.theme)?.value),
    timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
  };
});
