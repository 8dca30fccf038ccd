"use client";

import { useTranslations } from "use-intl/react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { TaskSection } from "./task-section.tsx";

/** The words that the result was made from: a prompt, or what stands for one in its kind. */
export function TaskPrompt({ task }: { task: TaskDetail }) {
  const t = useTranslations("task");
  const { prompt, request } = task;
  const negative = "negative_prompt" in request ? request.negative_prompt : undefined;
  return (
    <>
      {prompt && (
        <TaskSection title={t("prompt")} action={<CopyButton text={prompt} variant="ghost" />}>
          <p className="max-w-prose whitespace-pre-wrap text-base text-pretty">{prompt}</p>
        </TaskSection>
      )}
      {negative && (
        <TaskSection title={t("negativePrompt")} action={<CopyButton text={negative} variant="ghost" />}>
          <p className="max-w-prose whitespace-pre-wrap text-base text-muted text-pretty">{negative}</p>
        </TaskSection>
      )}
    </>
  );
}
