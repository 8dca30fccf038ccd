"use client";

import { useTranslations } from "use-intl/react";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { useRemainingWords } from "./use-remaining-words.ts";

export type ProgressWords = {
  readonly words: string;
  /** 0..1 as the provider tells; undefined when it does not. */
  readonly share: number | undefined;
};

/** How far an unfinished task is: its place in the queue, or an honest estimate. */
export function useProgressWords(task: TaskSummary): ProgressWords {
  const t = useTranslations("task");
  const remaining = useRemainingWords(task);
  if (task.status === "queued") {
    const place = task.queuePosition === null ? null : t("queuePosition", { count: task.queuePosition });
    return { words: [place, remaining].filter(Boolean).join(" · ") || t("waiting"), share: undefined };
  }
  const share = task.progress > 0 ? Math.min(task.progress, 1) : undefined;
  return { words: remaining ?? t("noEstimate"), share };
}
