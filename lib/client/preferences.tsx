"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import type { Theme } from "#lib/contract/account-limits.ts";
import type { Locale } from "#lib/shared/localized.ts";
import { writePreference } from "./preference-cookies.ts";

export type Preferences = {
  readonly locale: Locale;
  /** Null follows the device. */
  readonly theme: Theme | null;
  readonly chooseLocale: (locale: Locale) => void;
  readonly chooseTheme: (theme: Theme | null) => void;
};

const PreferencesContext = createContext<Preferences | null>(null);

/** @throws outside `PreferencesProvider` */
export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (preferences === null) throw new Error("usePreferences needs PreferencesProvider around it");
  return preferences;
}

type Props = { locale: Locale; theme: Theme | null; children: ReactNode };

/** Language and theme as this browser shows them now; a choice takes effect at once and is kept in cookies. */
export function PreferencesProvider({ locale, theme: themeAtFirst, children }: Props) {
  const router = useRouter();
  const [theme, setTheme] = useState(themeAtFirst);

  const chooseTheme = useCallback((next: Theme | null) => {
    writePreference("theme", next);
    document.documentElement.classList.remove("light", "dark");
    if (next !== null) document.documentElement.classList.add(next);
    setTheme(next);
  }, []);

  const chooseLocale = useCallback(
    (next: Locale) => {
      writePreference("locale", next);
      document.documentElement.lang = next;
      router.refresh(); // the server renders the texts anew; what someone typed stays
    },
    [router],
  );

  useEffect(rememberTimeZone, []);
  const preferences = useMemo(
    () => ({ locale, theme, chooseLocale, chooseTheme }),
    [locale, theme, chooseLocale, chooseTheme],
  );
  return <PreferencesContext value={preferences}>{children}</PreferencesContext>;
}

/** So that the next page's dates are right from the first byte. */
function rememberTimeZone(): void {
  writePreference("timeZone", Intl.DateTimeFormat().resolvedOptions().timeZone);
}
