"use client";

import { useMutation } from "@tanstack/react-query";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { signOutMutation } from "#lib/client/account.ts";

/** Ends the session and leaves by a full page load, so that nothing of it stays in memory. */
export function useSignOut(): () => void {
  const problemText = useProblemText();
  const { mutate } = useMutation({
    ...signOutMutation(),
    onSuccess: () => location.assign("/sign-in"),
    onError: (problem) => {
      const { title, next } = problemText(problem);
      showToast({ title, description: next, tone: "danger" });
    },
  });
  return mutate;
}
