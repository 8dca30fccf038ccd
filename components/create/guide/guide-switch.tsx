"use client";

import { Brush, Clapperboard, GalleryHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { type Draft, guideOf } from "#lib/kling/draft.ts";
import { GUIDE_NAMES, type Guide } from "#lib/kling/guides.ts";
import type { Options } from "#lib/kling/options.ts";
import { chipsOf } from "../controls/chips.ts";

type Props = {
  settings: Pick<Draft, "kind" | "guide">;
  options: Options;
  hideLabel?: boolean;
  onPatch: (patch: Partial<Draft>) => void;
};

/** What leads the clip. What the others hold stays there; settings that do not allow one say so and lead to it. */
export function GuideSwitch({ settings, options, hideLabel = false, onPatch }: Props) {
  const t = useTranslations("create.guide");
  const words = useWords();
  const isText = settings.kind === "text2video";
  const labelOf = (value: Guide) => (value === "frames" && isText ? t("none") : words(GUIDE_NAMES[value]));
  return (
    <OptionChips
      label={t(isText ? "cameraLabel" : "label")}
      hideLabel={hideLabel}
      options={chipsOf({
        choices: options.guide.choices,
        selected: guideOf(settings),
        looks: (value) => ({ label: labelOf(value), icon: ICONS[value] }),
        words,
        onPatch,
      })}
      onSelect={(value) => onPatch({ guide: value })}
    />
  );
}

const ICONS: Readonly<Record<Guide, ReactNode>> = {
  frames: <GalleryHorizontal aria-hidden />,
  brush: <Brush aria-hidden />,
  camera: <Clapperboard aria-hidden />,
};
