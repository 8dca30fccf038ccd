"use client";

import { useTranslations } from "use-intl/react";
import { Select } from "#components/ui/select.tsx";
import { usePreferences } from "#lib/client/preferences.tsx";

/** Language and theme for someone who has not signed in yet. */
export function EntryPreferences() {
  const t = useTranslations("shell");
  const { locale, theme, chooseLocale, chooseTheme } = usePreferences();
  return (
    <div className="flex justify-center gap-1 text-muted">
      <Select
        quiet
        aria-label="语言 / Language"
        value={locale}
        onValueChange={chooseLocale}
        options={[
          { value: "zh-CN", label: "简体中文" },
          { value: "en", label: "English" },
        ]}
      />
      <Select
        quiet
        aria-label={t("themes.label")}
        value={theme ?? "system"}
        onValueChange={(next) => chooseTheme(next === "system" ? null : next)}
        options={[
          { value: "system", label: t("themes.system") },
          { value: "light", label: t("themes.light") },
          { value: "dark", label: t("themes.dark") },
        ]}
      />
    </div>
  );
}
