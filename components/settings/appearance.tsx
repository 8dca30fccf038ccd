"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { type OptionChip, OptionChips } from "#components/ui/option-chips.tsx";
import { useProfilePreferences } from "#lib/client/profile-preferences.ts";
import type { Locale } from "#lib/shared/localized.ts";

type ThemeChoice = "light" | "dark" | "system";

const THEME_ICONS = {
  light: <Sun aria-hidden />,
  dark: <Moon aria-hidden />,
  system: <Monitor aria-hidden />,
};

/** Language and theme; both take effect at once, here and on this person's other devices. */
export function Appearance() {
  const t = useTranslations("shell");
  const { locale, theme, chooseLocale, chooseTheme } = useProfilePreferences();
  const languages: OptionChip<Locale>[] = [
    { value: "zh-CN", label: "简体中文", state: locale === "zh-CN" ? "selected" : "available" },
    { value: "en", label: "English", state: locale === "en" ? "selected" : "available" },
  ];
  const themes = (["light", "dark", "system"] as const).map(
    (value): OptionChip<ThemeChoice> => ({
      value,
      label: t(`themes.${value}`),
      icon: THEME_ICONS[value],
      state: value === (theme ?? "system") ? "selected" : "available",
    }),
  );
  return (
    <div className="flex flex-col gap-6">
      <OptionChips label={t("language")} options={languages} onSelect={chooseLocale} />
      <OptionChips
        label={t("themes.label")}
        options={themes}
        onSelect={(next) => chooseTheme(next === "system" ? null : next)}
      />
    </div>
  );
}
