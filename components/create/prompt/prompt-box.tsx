"use client";

import { Braces, ChevronDown, RotateCcw } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Draft } from "#lib/kling/draft.ts";
import { PromptText } from "./prompt-text.tsx";

type Props = {
  draft: Draft;
  isOptional: boolean;
  /** Where the draft is kept. */
  drafts: ReactNode;
  onPatch: (patch: Partial<Draft>) => void;
  onStartOver: () => void;
  onShowRequest: () => void;
};

/** What the clip shall show, and what it shall not. */
export function PromptBox(props: Props) {
  const { draft, isOptional, drafts, onPatch, onStartOver, onShowRequest } = props;
  const t = useTranslations("create.prompt");
  const [wantsNegative, setWantsNegative] = useState(false);
  const showsNegative = wantsNegative || draft.negative_prompt !== "";
  const isText = draft.kind === "text2video";

  // Letters typed while the page was still loading are in the field only: they go into the draft first.
  const adoptTyped = useEffectEvent(() => {
    const field = document.getElementById("create-prompt");
    if (field instanceof HTMLTextAreaElement && field.value !== "" && draft.prompt === "") {
      onPatch({ prompt: field.value });
    }
  });
  useEffect(() => adoptTyped(), []);

  return (
    <div className="flex flex-col max-lg:rounded-xl max-lg:border max-lg:border-line-strong max-lg:bg-surface max-lg:shadow-card">
      <PromptText
        id="create-prompt"
        label={t("label")}
        placeholder={
          isText ? t("textPlaceholder") : t(isOptional ? "optionalPlaceholder" : "imagePlaceholder")
        }
        value={draft.prompt}
        rows={3}
        onChange={(prompt) => onPatch({ prompt })}
      />
      {showsNegative && (
        <div className="border-t border-line">
          <PromptText
            id="create-negative_prompt"
            label={t("negative")}
            placeholder={t("negativePlaceholder")}
            value={draft.negative_prompt}
            rows={1}
            onChange={(negative_prompt) => onPatch({ negative_prompt })}
          />
        </div>
      )}
      <div className="flex items-center gap-1 px-1.5 pb-1.5">
        <Button
          variant="ghost"
          size="sm"
          aria-expanded={showsNegative}
          icon={<ChevronDown aria-hidden className={showsNegative ? "rotate-180" : undefined} />}
          onClick={() => {
            if (showsNegative) onPatch({ negative_prompt: "" });
            setWantsNegative(!showsNegative);
          }}
        >
          {t("negative")}
        </Button>
        <span className="ml-auto flex min-w-0 items-center">
          {drafts}
          <IconButton label={t("showRequest")} onClick={onShowRequest}>
            <Braces aria-hidden />
          </IconButton>
          <IconButton label={t("startOver")} onClick={onStartOver}>
            <RotateCcw aria-hidden />
          </IconButton>
        </span>
      </div>
    </div>
  );
}
