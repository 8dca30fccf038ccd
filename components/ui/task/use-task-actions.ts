"use client";

import { useMutation, useMutationState } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { fetchAgainMutation } from "#lib/client/archive.ts";
import {
  cancelTaskMutation,
  restoreTaskMutation,
  retryCall,
  retryTaskMutation,
  trashTaskMutation,
} from "#lib/client/tasks.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { useProblemText } from "../problem-text.ts";
import { showToast } from "../show-toast.ts";
import { allowsAction, type TaskAction } from "./allows-action.ts";

export type TaskActions = {
  readonly allows: (task: TaskSummary, action: TaskAction) => boolean;
  readonly isBusy: (task: TaskSummary) => boolean;
  readonly run: Readonly<Record<TaskAction, (task: TaskSummary) => void>>;
};

/** What one may do with a task, with the toasts that tell how it went. One set serves a whole list. */
export function useTaskActions(principal: Principal): TaskActions {
  const t = useTranslations("task");
  const problemText = useProblemText();
  const cancel = useMutation(cancelTaskMutation());
  const fetchAgain = useMutation(fetchAgainMutation());
  const retry = useMutation(retryTaskMutation());
  const trash = useMutation(trashTaskMutation());
  const restore = useMutation(restoreTaskMutation());
  const busyIds = useBusyIds();

  const attempt = (title: string, work: Promise<unknown>, onDone: () => void) => {
    work.then(onDone, (problem: unknown) => {
      const { title: what, next } = problemText(problem);
      showToast({ tone: "danger", title, description: `${what}. ${next}` });
    });
  };
  const putInTrash = (task: TaskSummary) =>
    attempt(t("actions.trashFailed"), trash.mutateAsync(task), () =>
      showToast({
        title: t("actions.trashed"),
        action: { label: t("actions.undo"), onPress: () => takeOut(task) },
      }),
    );
  const takeOut = (task: TaskSummary) =>
    attempt(t("actions.restoreFailed"), restore.mutateAsync(task), () =>
      showToast({ tone: "success", title: t("actions.restored") }),
    );

  return {
    allows: (task, action) => allowsAction(action, task, principal),
    isBusy: (task) => busyIds.includes(task.id),
    run: {
      cancel: (task) =>
        attempt(t("actions.cancelFailed"), cancel.mutateAsync(task), () =>
          showToast({ title: t("actions.canceled"), description: t("actions.nothingCharged") }),
        ),
      fetchAgain: (task) =>
        attempt(t("actions.fetchAgainFailed"), fetchAgain.mutateAsync(task), () =>
          showToast({ title: t("actions.fetchingAgain"), description: t("actions.nothingCharged") }),
        ),
      retry: (task) =>
        attempt(t("actions.retryFailed"), retry.mutateAsync(retryCall(task)), () =>
          showToast({ tone: "success", title: t("actions.retried") }),
        ),
      trash: putInTrash,
      restore: takeOut,
    },
  };
}

/** Of every action under way in this tab, wherever it was started. */
function useBusyIds(): readonly string[] {
  const calls = useMutationState({
    filters: { mutationKey: ["tasks"], status: "pending" },
    select: (mutation) => mutation.state.variables,
  });
  return calls.flatMap((call) => taskIdOf(call) ?? []);
}

function taskIdOf(call: unknown): string | undefined {
  if (typeof call !== "object" || call === null) return undefined;
  if ("taskId" in call && typeof call.taskId === "string") return call.taskId;
  return "id" in call && typeof call.id === "string" ? call.id : undefined;
}
