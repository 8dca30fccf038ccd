"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import { type Draft, guideOf } from "#lib/kling/draft.ts";
import { MODE_NAMES } from "#lib/kling/fields.ts";
import { GUIDE_NAMES } from "#lib/kling/guides.ts";
import { MODELS } from "#lib/kling/models.ts";

type Props = { draft: Draft; takes: number; onOpen: () => void };

/** The settings in one line, for screens without room for the panel; a tap opens them. */
export function SettingsSummary({ draft, takes, onOpen }: Props) {
  const t = useTranslations("create");
  const words = useWords();
  const { kind, model_name, mode, duration, aspect_ratio, sound } = draft;
  const guide = guideOf(draft);
  const parts = [
    words(MODELS[model_name].name),
    MODELS[model_name].hasMode && words(MODE_NAMES[mode]),
    t("controls.secondsOf", { seconds: duration }),
    kind === "text2video" && aspect_ratio,
    sound === "on" && t("controls.sounds.on"),
    guide !== "frames" && words(GUIDE_NAMES[guide]),
    takes > 1 && t("controls.takesOf", { takes }),
  ].filter(Boolean);
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={onOpen}
      className="flex min-h-12 w-full items-center gap-3 rounded-xl border border-line-strong bg-surface px-4 py-2 text-left text-sm shadow-card transition-colors hover:bg-hover lg:hidden"
    >
      <SlidersHorizontal aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">{parts.join(" · ")}</span>
      <span className="shrink-0 font-medium text-accent-text">{t("settings.change")}</span>
    </button>
  );
}
