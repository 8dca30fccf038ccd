"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import type { AssetFilter, AssetType } from "#lib/client/asset-library.ts";

const TYPES = ["image", "video", "audio"] as const satisfies readonly AssetType[];

/** Between typing and asking the server. */
const PAUSE_MS = 250;

type Props = { filter: AssetFilter; onChange: (next: AssetFilter) => void };

export function AssetFilters({ filter, onChange }: Props) {
  const t = useTranslations("library.assets");
  const [typed, setTyped] = useState(filter.search ?? "");
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => onChange({ ...filter, search: text.trim() || undefined }), PAUSE_MS);
  };
  return (
    <search
      aria-label={t("filters")}
      className="flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center"
    >
      <SearchInput
        label={t("search")}
        value={typed}
        onSearch={type}
        className="w-full sm:max-w-xs sm:flex-1"
      />
      <OptionChips
        label={t("type")}
        hideLabel
        options={[
          {
            value: "all",
            label: t("everyType"),
            state: filter.type === undefined ? "selected" : "available",
          },
          ...TYPES.map((value) => ({
            value,
            label: t(`types.${value}`),
            state: filter.type === value ? ("selected" as const) : ("available" as const),
          })),
        ]}
        onSelect={(value) => onChange({ ...filter, type: value === "all" ? undefined : value })}
      />
      <FilterSelect
        label={t("origin")}
        every={t("everyOrigin")}
        value={filter.origin}
        options={[
          { value: "upload", label: t("origins.upload") },
          { value: "output", label: t("origins.output") },
        ]}
        onChoose={(origin) => onChange({ ...filter, origin })}
      />
    </search>
  );
}
