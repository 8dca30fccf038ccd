"use client";

import { useTranslations } from "use-intl/react";
import { useProblemText } from "#components/ui/problem-text.ts";
import { ApiProblem } from "#lib/client/api-problem.ts";

type Refusal = { readonly text: string; readonly isWorthRetry: boolean };

/** Why the server refused a file: by the reason that it gives, else by the kind of failure. */
export function useRefusalWords(): (problem: unknown) => Refusal {
  const t = useTranslations("intake.trouble.server");
  const general = useProblemText();
  return (problem) => {
    const reason = problem instanceof ApiProblem ? problem.details.reason : undefined;
    // The key is made from data; `has` is what proves that it exists.
    const isKnown = typeof reason === "string" && reason !== "title" && t.has(reason as "not_a_video");
    const text = isKnown ? t(reason as "not_a_video") : general(problem).line;
    return { text, isWorthRetry: !isKnown || reason === "unavailable" || reason === "aborted" };
  };
}
