"use client";

import { useTranslations } from "use-intl/react";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { ApiProblem } from "#lib/client/api.ts";

/** Tells in a toast why a change of the team was refused; the last owner gets words of their own. */
export function useTeamProblem(): (problem: unknown) => void {
  const t = useTranslations("team");
  const problemText = useProblemText();
  return (problem) => {
    const isLastOwner = problem instanceof ApiProblem && problem.details.reason === "last_owner";
    const { title, next } = problemText(problem);
    showToast({
      tone: "danger",
      title: isLastOwner ? t("lastOwner.title") : title,
      description: isLastOwner ? t("lastOwner.next") : next,
    });
  };
}
