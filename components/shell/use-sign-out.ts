"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { callApi } from "#lib/client/api.ts";

/** Ends the session and leaves by a full page load, so that nothing of it stays in memory. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const problemText = useProblemText();
  const { mutate } = useMutation({
    mutationFn: () => callApi("POST", "/api/auth/sign-out", { body: {} }),
    onSuccess: () => {
      client.clear();
      location.assign("/sign-in");
    },
    onError: (problem) => {
      const { title, next } = problemText(problem);
      showToast({ title, description: next, tone: "danger" });
    },
  });
  return mutate;
}
