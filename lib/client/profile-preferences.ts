"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Me } from "#lib/contract/account.ts";
import { updateProfileMutation } from "./account.ts";
import { type Preferences, usePreferences } from "./preferences.tsx";

/** Like `usePreferences`, for someone who is signed in: a choice is also kept in the profile. */
export function useProfilePreferences(): Preferences {
  const preferences = usePreferences();
  const { mutate } = useMutation(updateProfileMutation());
  return {
    ...preferences,
    chooseLocale: (locale) => {
      preferences.chooseLocale(locale);
      mutate({ locale });
    },
    chooseTheme: (theme) => {
      preferences.chooseTheme(theme);
      mutate({ theme });
    },
  };
}

type Profile = Pick<Me["user"], "locale" | "theme">;

/** On a browser that this person has not used before, the profile's wishes win over the browser's. */
export function useWishesOfProfile(profile: Profile): void {
  const { locale, theme, chooseLocale, chooseTheme } = usePreferences();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen here later must not be undone
  useEffect(() => {
    if (profile.locale !== null && profile.locale !== locale) chooseLocale(profile.locale);
    if (profile.theme !== null && profile.theme !== theme) chooseTheme(profile.theme);
  }, []);
}
