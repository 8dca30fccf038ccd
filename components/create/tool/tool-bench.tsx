"use client";

import { Sparkles } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import { placeOf } from "#lib/kling/forms/field.ts";
import { FieldView } from "./field-view.tsx";
import type { Tool } from "./use-tool.ts";

const ShotsPreview = lazy(async () => ({ default: (await import("./shots-preview.tsx")).ShotsPreview }));

/** What lies on the stage while no take is on it: the places for files, or what this tool is for. */
export function ToolBench({ tool }: { tool: Tool }) {
  const { draft } = tool.state;
  const onStage = tool.fields.filter(
    (field) => placeOf(field) === "stage" && field.isElsewhere?.(draft) !== true,
  );
  if (onStage.length === 0) return <Intro tool={tool} />;
  const shots = tool.fields.find(({ type }) => type === "shots");
  const hasPrompt = tool.form.intro.examples !== undefined;
  return (
    <div className="relative flex min-h-0 w-full flex-1 flex-col gap-2 overflow-y-auto p-2 sm:gap-3 sm:p-3">
      {hasPrompt && <Intro tool={tool} />}
      <div
        className={
          onStage.length === 1
            ? "grid min-h-48 flex-1"
            : "grid min-h-0 flex-1 auto-rows-[minmax(12rem,1fr)] gap-2 sm:grid-cols-2 sm:gap-3"
        }
      >
        {onStage.map((field) => (
          <FieldView
            key={field.path}
            tool={tool}
            field={field}
            isWide={onStage.length > 1 && field.type === "files"}
          />
        ))}
      </div>
      {shots?.type === "shots" && (
        <Suspense>
          <ShotsPreview tool={tool} field={shots} />
        </Suspense>
      )}
    </div>
  );
}

/** What this tool is for, and ways to begin with one click. */
function Intro({ tool: { form, dispatch } }: { tool: Tool }) {
  const words = useWords();
  const t = useTranslations("create.tool");
  const { title, text, examples = [] } = form.intro;
  const prompt = form.fields.find(({ type, path }) => type === "prompt" && path !== "negative_prompt");
  return (
    <div className="m-auto flex w-full max-w-2xl flex-col items-center px-4 py-3 text-center">
      <Sparkles aria-hidden className="mb-2 size-6 text-accent-text max-sm:hidden" />
      <h2 className="text-lg font-semibold sm:text-xl">{words(title)}</h2>
      <p className="mt-1 text-sm text-muted text-pretty">{words(text)}</p>
      {prompt && examples.length > 0 && (
        <ul aria-label={t("examples")} className="mt-3 flex w-full flex-wrap justify-center gap-2">
          {examples.map((example) => (
            <li key={example.en} className="min-w-0">
              <button
                type="button"
                onClick={() => dispatch({ type: "patch", patch: { [prompt.path]: words(example) } })}
                className="min-h-11 rounded-lg border border-line bg-surface px-3 py-2 text-left text-sm text-muted shadow-card transition-colors hover:border-accent-line hover:bg-raised hover:text-text"
              >
                {words(example)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
