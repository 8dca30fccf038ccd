"use client";

import { useMutation } from "@tanstack/react-query";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { activateTeamMutation } from "#lib/client/account.ts";

/** Works in another team from now on. A full page load: every cached answer belonged to the team before. */
export function useSwitchTeam(): (teamId: string) => void {
  const problemText = useProblemText();
  const { mutate } = useMutation({
    ...activateTeamMutation(),
    onSuccess: () => location.assign("/gallery"),
    onError: (problem) => {
      const { title, next } = problemText(problem);
      showToast({ title, description: next, tone: "danger" });
    },
  });
  return mutate;
}
