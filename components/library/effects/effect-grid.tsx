"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { EffectScene } from "#lib/kling/effects.ts";
import { EffectTile } from "./effect-tile.tsx";

type Props = { scenes: readonly EffectScene[]; onOpen: (scene: EffectScene) => void; onClear: () => void };

export function EffectGrid({ scenes, onOpen, onClear }: Props) {
  const t = useTranslations("library.effects");
  if (scenes.length === 0)
    return (
      <EmptyState icon={<SearchX />} title={t("none")} text={t("noneText")}>
        <Button onClick={onClear}>{t("clear")}</Button>
      </EmptyState>
    );
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-2.5">
      {scenes.map((scene) => (
        <li key={scene.id} className="[content-visibility:auto] [contain-intrinsic-size:auto_4.5rem]">
          <EffectTile scene={scene} onOpen={() => onOpen(scene)} />
        </li>
      ))}
    </ul>
  );
}
