"use client";

import { CircleHelp, SearchCheck } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import { useUnits } from "#components/ui/task/use-units.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { FollowFound } from "./follow-found.tsx";
import { MarkFailedDialog } from "./mark-failed-dialog.tsx";
import { SubmitAnywayDialog } from "./submit-anyway-dialog.tsx";

type Props = { task: TaskDetail; actions: TaskActions };

/** Nobody knows whether it runs at the provider: what that means, and the three ways on. */
export function StageUnknown({ task, actions }: Props) {
  const t = useTranslations("task");
  const [asked, setAsked] = useState<"mark" | "submit" | null>(null);
  const story = useStory(task);
  const mayDecide = actions.allows(task, "checkAgain");
  const close = () => setAsked(null);
  return (
    <div
      role="alert"
      className="flex min-h-72 flex-col items-center justify-center rounded-xl border border-line bg-surface px-6 py-10 text-center shadow-card"
    >
      <span className="flex size-12 items-center justify-center rounded-full bg-warning-soft text-warning-text">
        <CircleHelp aria-hidden className="size-6" />
      </span>
      <p className="mt-4 max-w-lg text-lg font-semibold text-balance">{t("decide.title")}</p>
      <p className="mt-1 max-w-lg text-sm text-muted text-pretty">{story}</p>
      {!mayDecide && <p className="mt-4 text-sm text-muted">{t("decide.ask")}</p>}
      {mayDecide && (
        <>
          <div className="mt-6 flex flex-wrap justify-center gap-2">
            <Button
              variant="primary"
              busy={actions.isBusy(task)}
              icon={<SearchCheck aria-hidden />}
              onClick={() => actions.run.checkAgain(task)}
            >
              {t("decide.checkAgain")}
            </Button>
            <Button onClick={() => setAsked("mark")}>{t("decide.markFailed")}</Button>
            <Button onClick={() => setAsked("submit")}>{t("decide.submitAnyway")}</Button>
          </div>
          <p className="mt-3 max-w-lg text-xs text-muted">{t("decide.checkHint")}</p>
          {task.upstreamTaskId === null && <FollowFound task={task} />}
          <MarkFailedDialog open={asked === "mark"} onClose={close} task={task} actions={actions} />
          <SubmitAnywayDialog open={asked === "submit"} onClose={close} task={task} actions={actions} />
        </>
      )}
    </div>
  );
}

/** What is known of it, and what is not. */
function useStory({ upstreamTaskId, priceUnits }: TaskDetail): string {
  const t = useTranslations("task.decide");
  const units = useUnits();
  if (upstreamTaskId !== null) return t("textAccepted");
  return priceUnits === null ? t("textUnpriced") : t("text", { units: units(priceUnits) });
}
