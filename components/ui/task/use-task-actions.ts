"use client";

import { useMutation, useMutationState } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { fetchAgainMutation } from "#lib/client/archive.ts";
import {
  type DecidedCall,
  decideTaskMutation,
  type MovedCall,
  moveTaskMutation,
  setPriorityMutation,
} from "#lib/client/task-decisions.ts";
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
  const decide = useMutation(decideTaskMutation());
  const move = useMutation(moveTaskMutation());
  const prioritize = useMutation(setPriorityMutation());
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
  const decideOn = (task: TaskSummary, decision: DecidedCall["decision"], done: DecisionWords) =>
    attempt(t("decide.failed"), decide.mutateAsync({ task, decision }), () =>
      showToast({ tone: "success", title: t(`decide.${done}`) }),
    );
  const moveTo = (task: TaskSummary, to: MovedCall["to"]) =>
    attempt(t("queue.failed"), move.mutateAsync({ task, to }), () => showToast({ title: t("queue.moved") }));
  const setPriority = (task: TaskSummary, priority: number) =>
    attempt(t("queue.failed"), prioritize.mutateAsync({ task, priority }), () =>
      showToast({ title: t("queue.moved") }),
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
      checkAgain: (task) => decideOn(task, { decision: "check_again" }, "checking"),
      markCharged: (task) => decideOn(task, { decision: "mark_failed", wasCharged: true }, "marked"),
      markUncharged: (task) => decideOn(task, { decision: "mark_failed", wasCharged: false }, "marked"),
      submitAnyway: (task) => decideOn(task, { decision: "submit_anyway" }, "submitted"),
      moveFirst: (task) => moveTo(task, "first"),
      moveLast: (task) => moveTo(task, "last"),
      putBefore: (task) => setPriority(task, 1),
      putNormal: (task) => setPriority(task, 0),
      putBehind: (task) => setPriority(task, -1),
    },
  };
}

type DecisionWords = "checking" | "marked" | "submitted";

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
  if ("task" in call) return taskIdOf(call.task);
  return "id" in call && typeof call.id === "string" ? call.id : undefined;
}
