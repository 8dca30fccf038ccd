"use client";

import { useTranslations } from "use-intl/react";
import { Chip } from "#components/ui/chip.tsx";
import { THEME_ICONS } from "#components/ui/effects/theme-icons.ts";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { EFFECT_THEME_NAMES, EFFECT_THEMES } from "#lib/kling/effect-names.ts";
import type { EffectFilter } from "#lib/kling/effect-search.ts";

type Props = { filter: EffectFilter; onChange: (next: Partial<EffectFilter>) => void };

export function EffectFilters({ filter, onChange }: Props) {
  const t = useTranslations("library.effects");
  const words = useWords();
  return (
    <search aria-label={t("filters")} className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <SearchInput
          label={t("search")}
          value={filter.search}
          onSearch={(search) => onChange({ search })}
          className="w-full sm:max-w-xs sm:flex-1"
        />
        <Select
          aria-label={t("pictures")}
          options={[
            { value: "", label: t("anyPictures") },
            { value: "1", label: t("onePicture") },
            { value: "2", label: t("twoPictures") },
          ]}
          value={filter.pictures === null ? "" : filter.pictures === 1 ? "1" : "2"}
          onValueChange={(value) => onChange({ pictures: value === "" ? null : value === "1" ? 1 : 2 })}
          className="max-sm:flex-1"
        />
        <Chip
          pressed={filter.withDiscontinued}
          onClick={() => onChange({ withDiscontinued: !filter.withDiscontinued })}
        >
          {t("showDiscontinued")}
        </Chip>
      </div>
      <OptionChips
        label={t("theme")}
        hideLabel
        options={[
          { value: "all", label: t("everyTheme"), state: filter.theme === null ? "selected" : "available" },
          ...EFFECT_THEMES.map((theme) => {
            const Icon = THEME_ICONS[theme];
            return {
              value: theme,
              label: words(EFFECT_THEME_NAMES[theme]),
              icon: <Icon aria-hidden />,
              state: filter.theme === theme ? ("selected" as const) : ("available" as const),
            };
          }),
        ]}
        onSelect={(value) => onChange({ theme: value === "all" ? null : value })}
      />
    </search>
  );
}
