"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { Draft } from "#lib/kling/draft.ts";
import type { Options } from "#lib/kling/options.ts";
import { chipsOf } from "./chips.ts";
import type { Settings } from "./settings.ts";

type Props = { settings: Settings; options: Options; onPatch: (patch: Partial<Draft>) => void };

/** Lengths of the chosen model; those of other models on demand, each with the way to it. */
export function DurationControl({ settings, options, onPatch }: Props) {
  const t = useTranslations("create.controls");
  const words = useWords();
  const [isWhole, setWhole] = useState(false);
  const { duration } = settings;
  const { choices } = options.duration;
  const isOwn = ({ value, ofModel }: (typeof choices)[number]) => ofModel || value === duration;
  const hasOthers = !choices.every(isOwn);
  const isGrid = isWhole || !hasOthers;
  return (
    <OptionChips
      label={t("duration")}
      note={
        hasOthers ? (
          <Button
            variant="ghost"
            size="sm"
            className="-my-2 -mr-2.5"
            aria-expanded={isWhole}
            onClick={() => setWhole(!isWhole)}
          >
            {isWhole ? t("ownDurations") : t("allDurations")}
          </Button>
        ) : (
          t("seconds")
        )
      }
      options={chipsOf({
        choices: isGrid ? choices : choices.filter(isOwn),
        selected: duration,
        looks: (value) => ({ label: isGrid ? value : t("secondsOf", { seconds: value }) }),
        words,
        onPatch,
      })}
      onSelect={(value) => onPatch({ duration: value })}
      className={isGrid ? "[&_label]:w-[2.125rem] [&_label]:px-0 pointer-coarse:[&_label]:w-11" : undefined}
    />
  );
}
