"use client";

import { useTranslations } from "use-intl/react";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import type { LibraryDeletion } from "#lib/contract/library.ts";

/** Says what became of a deletion, also when upstream still keeps the thing. */
export function useDeletionWords() {
  const t = useTranslations("library.deletion");
  const problemText = useProblemText();
  return {
    tell: (name: string, { upstream }: LibraryDeletion) =>
      showToast({ title: t("done", { name }), ...(upstream !== "deleted" && { description: t(upstream) }) }),
    tellFailure: (problem: unknown) =>
      showToast({ tone: "danger", title: t("failed"), description: problemText(problem).line }),
  };
}
