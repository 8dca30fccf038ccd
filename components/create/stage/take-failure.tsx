"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { useFailureText } from "#components/ui/task/use-failure-text.ts";
import { retryCall, retryTaskMutation } from "#lib/client/tasks.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";

type Props = { task: TaskSummary; onRetried: (taskId: string) => void };

/** A take without a clip: what happened, and what to do next. */
export function TakeFailure({ task, onRetried }: Props) {
  const t = useTranslations("create.take");
  const tTask = useTranslations("task");
  const { explain, remedy } = useFailureText(task);
  const problemText = useProblemText();
  const { failure, status } = task;
  const retry = useMutation({
    ...retryTaskMutation(),
    onError: (problem) => {
      const { title, next } = problemText(problem);
      showToast({ title, description: next, tone: "danger" });
    },
  });
  return (
    <div role="status" className="flex max-w-md flex-col items-center gap-3 p-4 text-center">
      <CircleAlert aria-hidden className="size-7 text-danger-text" />
      <div>
        <p className="text-lg font-semibold">{explain}</p>
        <p className="mt-1 text-sm text-muted text-pretty">{remedy}</p>
        {failure && <p className="mt-2 font-mono text-xs break-words text-faint">{failure.message}</p>}
      </div>
      {status === "unknown" && <ButtonLink href={`/tasks/${task.id}`}>{tTask("decide.more")}</ButtonLink>}
      {status !== "unknown" && (
        <Button
          busy={retry.isPending}
          onClick={() => retry.mutate(retryCall(task), { onSuccess: ({ id }) => onRetried(id) })}
        >
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
