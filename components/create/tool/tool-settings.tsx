"use client";

import { SlidersHorizontal } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import type { Field } from "#lib/kling/forms/field.ts";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import { axisOf, pointOfDraft } from "#lib/kling/forms/tool-form.ts";
import { findVoice } from "#lib/kling/voices.ts";
import type { Localized } from "#lib/shared/localized.ts";
import { useWideScreen } from "../use-wide-screen.ts";
import type { Tool } from "./use-tool.ts";

const ToolPanel = lazy(async () => ({ default: (await import("./tool-panel.tsx")).ToolPanel }));

/** The settings, whose script a phone loads only when they are opened. */
export function LazyToolPanel({ tool }: { tool: Tool }) {
  return (
    <Suspense>
      <ToolPanel tool={tool} />
    </Suspense>
  );
}

/** The settings beside the stage, where there is room. */
export function ToolSettingsColumn({ tool }: { tool: Tool }) {
  const t = useTranslations("create");
  const isWide = useWideScreen();
  return (
    <section
      id="create-settings"
      tabIndex={-1}
      aria-label={t("settings.title")}
      className="hidden overflow-y-auto border-l border-line p-5 lg:block"
    >
      {isWide && <LazyToolPanel tool={tool} />}
    </section>
  );
}

/** The settings in one line, for screens without room for the panel; a tap opens them. */
export function ToolSettingsLine({ tool }: { tool: Tool }) {
  const t = useTranslations("create");
  const words = useWords();
  const { takes } = tool.state;
  const parts = [
    ...tool.fields
      .map((field) => chosenIn(tool, field))
      .filter((text) => text !== undefined)
      .map(words),
    ...(takes > 1 ? [t("controls.takesOf", { takes })] : []),
  ];
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => tool.setSettingsOpen(true)}
      className="flex min-h-12 w-full items-center gap-3 rounded-xl border border-line-strong bg-surface px-4 py-2 text-left text-sm shadow-card transition-colors hover:bg-hover lg:hidden"
    >
      <SlidersHorizontal aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">{parts.join(" · ") || t("settings.title")}</span>
      <span className="shrink-0 font-medium text-accent-text">{t("settings.change")}</span>
    </button>
  );
}

/** Settings whose value needs no name; the others are named, and only where they are not as they begin. */
const SPEAK_FOR_THEMSELVES = [
  "model_name",
  "mode",
  "duration",
  "aspect_ratio",
  "resolution",
  "voice_language",
];

/** What of a field is worth a word in the line. */
function chosenIn({ form, state }: Tool, field: Field): Localized | undefined {
  if (field.type === "voice") return findVoice(textAt(state.draft, field.path))?.name;
  if (field.type !== "choice") return undefined;
  const value = pointOfDraft(form, state.draft)[field.axis];
  if (value === undefined) return undefined;
  const axis = axisOf(form, field.axis);
  const shown = axis?.valueLabel?.(value) ?? { zh: String(value), en: String(value) };
  if (axis === undefined || SPEAK_FOR_THEMSELVES.includes(field.axis)) return shown;
  if (value === form.kind.grid.defaults[field.axis]) return undefined;
  const { zh, en } = field.label ?? axis.label;
  return { zh: `${zh}：${shown.zh}`, en: `${en}: ${shown.en}` };
}
