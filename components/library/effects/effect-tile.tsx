"use client";

import { useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { THEME_ICONS } from "#components/ui/effects/theme-icons.ts";
import { useWords } from "#components/ui/use-words.ts";
import { effectName, effectTheme } from "#lib/kling/effect-names.ts";
import type { EffectScene } from "#lib/kling/effects.ts";

type Props = { scene: EffectScene; onOpen: () => void };

/** One effect: its name, what upstream calls it, and what must be known before it is chosen. */
export function EffectTile({ scene, onOpen }: Props) {
  const t = useTranslations("library.effects");
  const words = useWords();
  const Icon = THEME_ICONS[effectTheme(scene)];
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex min-h-[4.5rem] w-full items-center gap-3 rounded-lg border border-line bg-surface p-3 text-left shadow-card -outline-offset-2 transition-colors hover:border-line-strong hover:bg-hover"
    >
      <span
        aria-hidden
        className="flex size-11 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent-text [&_svg]:size-5"
      >
        <Icon />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-sm">{words(effectName(scene.id))}</span>
        <span className="block truncate font-mono text-faint text-xs">{scene.id}</span>
      </span>
      <span className="flex shrink-0 flex-col items-end gap-1">
        {scene.pictures === 2 && <Badge>{t("twoPictures")}</Badge>}
        {scene.discontinued !== undefined && <Badge tone="warning">{t("discontinued")}</Badge>}
      </span>
    </button>
  );
}
