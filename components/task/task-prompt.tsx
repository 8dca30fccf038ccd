"use client";

import { useTranslations } from "use-intl/react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { TaskSection } from "./task-section.tsx";

/** The words that the clip was made from. */
export function TaskPrompt({ task }: { task: TaskDetail }) {
  const t = useTranslations("task");
  const { prompt, negative_prompt: negative } = task.request;
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
