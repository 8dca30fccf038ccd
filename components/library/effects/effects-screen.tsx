"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { findEffects } from "#lib/kling/effect-search.ts";
import type { EffectScene } from "#lib/kling/effects.ts";
import { LibraryFrame } from "../library-frame.tsx";
import { EffectFilters } from "./effect-filters.tsx";
import { EffectGrid } from "./effect-grid.tsx";
import { EffectSheet } from "./effect-sheet.tsx";
import { useEffectFilter } from "./use-effect-filter.ts";

/** Every scene of the published lists, to be found and used. */
export function EffectsScreen() {
  const t = useTranslations("library.effects");
  const { filter, change } = useEffectFilter();
  const [opened, setOpened] = useState<EffectScene | null>(null);
  const wanted = useDeferredValue(filter);
  const scenes = useMemo(() => findEffects(wanted), [wanted]);
  return (
    <LibraryFrame title={t("title")} text={t("text")}>
      <EffectFilters filter={filter} onChange={change} />
      <p role="status" className="-mb-3 text-muted text-xs">
        {t("found", { count: scenes.length })}
      </p>
      <EffectGrid scenes={scenes} onOpen={setOpened} onClear={() => change(null)} />
      <EffectSheet scene={opened} onClose={() => setOpened(null)} />
    </LibraryFrame>
  );
}
