"use client";

import { useTranslations } from "use-intl/react";

/** What screens need to know about a failed call; `ApiProblem` of lib/client/api.ts fits. */
export type ProblemLike = { readonly code: string; readonly requestId?: string | null | undefined };

export type ProblemText = {
  readonly title: string;
  readonly next: string;
  /** Both as running text. */
  readonly line: string;
  readonly reference: string | null;
};

/** What happened and what to do, in the person's language; an unknown code reads like a fault of ours. */
export function useProblemText(): (problem: unknown) => ProblemText {
  const t = useTranslations("common");
  return (problem) => {
    const { code, requestId } = isProblemLike(problem) ? problem : { code: "internal", requestId: null };
    // The key is made from data; `has` is what proves that it exists.
    const known = t.has(`problems.${code}.title` as "problems.internal.title") ? code : "internal";
    const title = t(`problems.${known as "internal"}.title`);
    const next = t(`problems.${known as "internal"}.next`);
    return {
      title,
      next,
      line: t("problemLine", { title, next }),
      reference: requestId ? t("reference", { id: requestId }) : null,
    };
  };
}

function isProblemLike(problem: unknown): problem is ProblemLike {
  return (
    typeof problem === "object" && problem !== null && "code" in problem && typeof problem.code === "string"
  );
}
