"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { Draft } from "#lib/kling/draft.ts";
import { MODELS } from "#lib/kling/models.ts";
import type { Options } from "#lib/kling/options.ts";
import { chipsOf } from "./chips.ts";
import type { Settings } from "./settings.ts";

/** The newest ones, which most people want; the others are one click away. */
const MODELS_SHOWN = 3;

type Props = { settings: Settings; options: Options; onPatch: (patch: Partial<Draft>) => void };

export function ModelControl({ settings, options, onPatch }: Props) {
  const t = useTranslations("create.controls");
  const words = useWords();
  const [isWhole, setWhole] = useState(false);
  const { model_name } = settings;
  const { choices } = options.model;
  const shown = choices.filter(({ value }, index) => isWhole || index < MODELS_SHOWN || value === model_name);
  return (
    <div>
      <OptionChips
        label={t("model")}
        options={chipsOf({
          choices: shown,
          selected: model_name,
          looks: (value) => ({ label: words(MODELS[value].name) }),
          words,
          onPatch,
        })}
        onSelect={(value) => onPatch({ model_name: value })}
      />
      {choices.length > MODELS_SHOWN && (
        <Button
          variant="ghost"
          size="sm"
          className="-ml-2.5 mt-1"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
          icon={<ChevronDown aria-hidden className={isWhole ? "rotate-180" : undefined} />}
        >
          {isWhole ? t("fewerModels") : t("allModels", { count: choices.length })}
        </Button>
      )}
    </div>
  );
}
