"use client";

import { useTranslations } from "use-intl/react";
import { failureWords } from "#lib/client/task-words.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { useWords } from "../use-words.ts";

export type FailureText = { readonly explain: string; readonly remedy: string };

/** What happened to a task that made no clip, and what to do. */
export function useFailureText({ status, failure }: Pick<TaskSummary, "status" | "failure">): FailureText {
  const t = useTranslations("task");
  const words = useWords();
  if (status === "canceled") return { explain: t("canceled.explain"), remedy: t("canceled.remedy") };
  const code = status === "unknown" ? "outcome_unknown" : "generation_failed"; // for a task that carries none
  const { explain, remedy } = failureWords(failure ?? { code, retryable: true });
  return { explain: words(explain), remedy: words(remedy) };
}
