"use client";

import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { THEME_ICONS } from "#components/ui/effects/theme-icons.ts";
import { useWords } from "#components/ui/use-words.ts";
import { EFFECT_THEME_NAMES, effectName, effectTheme } from "#lib/kling/effect-names.ts";
import { EFFECT_SCENES, type EffectScene } from "#lib/kling/effects.ts";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import type { InstrumentProps } from "../instruments.tsx";
import { SceneList } from "./scene-list.tsx";

/** The scene of an effect: all of them to look through until one is chosen, then that one with a way back. */
export function EffectGallery({ tool, field }: InstrumentProps) {
  const t = useTranslations("create.effects");
  const { path } = field;
  const chosen = textAt(tool.state.draft, path);
  const [isBrowsing, browse] = useState(false);
  const isOpen = isBrowsing || chosen === "";
  return (
    <section
      aria-label={t("label")}
      className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-lg bg-sunken"
    >
      {isOpen ? (
        <SceneList
          chosen={chosen}
          onChoose={(scene) => {
            tool.dispatch({ type: "patch", patch: { [path]: scene } });
            browse(false);
          }}
        />
      ) : (
        <Chosen id={chosen} scene={EFFECT_SCENES.get(chosen)} onChange={() => browse(true)} />
      )}
    </section>
  );
}

type ChosenProps = { id: string; scene: EffectScene | undefined; onChange: () => void };

/** Upstream publishes no picture of a scene: its name, its theme and what it takes have to do. */
function Chosen({ id, scene, onChange }: ChosenProps) {
  const t = useTranslations("create.effects");
  const words = useWords();
  const Icon = scene && THEME_ICONS[effectTheme(scene)];
  return (
    <div className="m-auto flex max-w-full flex-col items-center gap-2 p-4 text-center">
      {Icon && <Icon aria-hidden className="size-7 text-accent-text" />}
      <p className="font-semibold text-lg">{words(effectName(id))}</p>
      <p className="max-w-full truncate font-mono text-muted text-xs">{id}</p>
      {scene && (
        <p className="flex flex-wrap justify-center gap-1.5">
          <Badge tone="accent">{words(EFFECT_THEME_NAMES[effectTheme(scene)])}</Badge>
          <Badge>{t("pictures", { count: scene.pictures })}</Badge>
          <Badge>{t("era", { year: scene.eras.includes("2026") ? "2026" : "2025" })}</Badge>
        </p>
      )}
      <Button size="sm" icon={<RefreshCw aria-hidden />} onClick={onChange} className="mt-2">
        {t("change")}
      </Button>
    </div>
  );
}
