"use client";

import { useTranslations } from "use-intl/react";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { ApiProblem } from "#lib/client/api.ts";

const KNOWN = ["is_default", "is_off", "open_tasks", "stale"] as const;

/** Words for a refusal that means something special here; undefined for every other problem. */
export function useConnectionProblem(): (problem: unknown) => string | undefined {
  const t = useTranslations("connections.problems");
  return (problem) => {
    if (!(problem instanceof ApiProblem)) return undefined;
    const reason = KNOWN.find((it) => it === problem.details.reason);
    return reason && t(reason, { open: Number(problem.details.open ?? 0) });
  };
}

/** Tells what went wrong with something that was pressed. */
export function useTellProblem(): (problem: unknown) => void {
  const own = useConnectionProblem();
  const textOf = useProblemText();
  return (problem) => {
    const { title, next } = textOf(problem);
    const special = own(problem);
    showToast({
      tone: "danger",
      title: special ?? title,
      ...(special === undefined && { description: next }),
    });
  };
}
