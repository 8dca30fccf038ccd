"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { THEME_ICONS } from "#components/ui/effects/theme-icons.ts";
import { SearchInput } from "#components/ui/search-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { EFFECT_THEME_NAMES, EFFECT_THEMES, effectName, effectTheme } from "#lib/kling/effect-names.ts";
import { type EffectFilter, findEffects } from "#lib/kling/effect-search.ts";
import type { EffectScene } from "#lib/kling/effects.ts";

const EVERY: EffectFilter = { search: "", theme: null, pictures: null, withDiscontinued: false };

type Props = { chosen: string; onChoose: (scene: string) => void };

/** Scenes that upstream still offers, by name in either language, by theme and by how many pictures they take. */
export function SceneList({ chosen, onChoose }: Props) {
  const t = useTranslations("create.effects");
  const [filter, setFilter] = useState(EVERY);
  const wanted = useDeferredValue(filter);
  const scenes = useMemo(() => findEffects(wanted), [wanted]);
  return (
    <>
      <SceneFilters filter={filter} onChange={(next) => setFilter({ ...filter, ...next })} />
      <p role="status" className="px-3 pb-2 text-muted text-xs">
        {t("found", { count: scenes.length })}
      </p>
      <ul className="grid min-h-0 flex-1 auto-rows-min grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-1.5 overflow-y-auto p-2 pt-0 max-lg:max-h-[50dvh]">
        {scenes.map((scene) => (
          <li key={scene.id} className="[contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]">
            <SceneTile scene={scene} isChosen={scene.id === chosen} onChoose={() => onChoose(scene.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

type FiltersProps = { filter: EffectFilter; onChange: (next: Partial<EffectFilter>) => void };

function SceneFilters({ filter, onChange }: FiltersProps) {
  const t = useTranslations("create.effects");
  const words = useWords();
  const themes = EFFECT_THEMES.map((theme) => ({ value: theme, label: words(EFFECT_THEME_NAMES[theme]) }));
  return (
    <search aria-label={t("filters")} className="flex flex-wrap gap-2 p-2">
      <SearchInput
        label={t("search")}
        value={filter.search}
        onSearch={(search) => onChange({ search })}
        className="w-full"
      />
      <Select
        aria-label={t("theme")}
        options={[{ value: "", label: t("everyTheme") }, ...themes]}
        value={filter.theme ?? ""}
        onValueChange={(value) => onChange({ theme: EFFECT_THEMES.find((theme) => theme === value) ?? null })}
        className="min-w-0 flex-1"
      />
      <Select
        aria-label={t("count")}
        options={[
          { value: "", label: t("anyCount") },
          { value: "1", label: t("pictures", { count: 1 }) },
          { value: "2", label: t("pictures", { count: 2 }) },
        ]}
        value={filter.pictures === null ? "" : filter.pictures === 1 ? "1" : "2"}
        onValueChange={(value) => onChange({ pictures: value === "" ? null : value === "1" ? 1 : 2 })}
        className="min-w-0 flex-1"
      />
    </search>
  );
}

type TileProps = { scene: EffectScene; isChosen: boolean; onChoose: () => void };

function SceneTile({ scene, isChosen, onChoose }: TileProps) {
  const t = useTranslations("create.effects");
  const words = useWords();
  const Icon = THEME_ICONS[effectTheme(scene)];
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={classNames(
        "flex min-h-14 w-full items-center gap-2.5 rounded-md border bg-surface px-2.5 py-1.5 text-left -outline-offset-2 transition-colors hover:bg-hover",
        isChosen ? "border-accent" : "border-line",
      )}
    >
      <Icon aria-hidden className="size-5 shrink-0 text-accent-text" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-sm">{words(effectName(scene.id))}</span>
        <span className="block truncate font-mono text-muted text-xs">{scene.id}</span>
      </span>
      {scene.pictures === 2 && <Badge>{t("two")}</Badge>}
    </button>
  );
}
