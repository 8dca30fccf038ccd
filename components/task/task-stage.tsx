"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { StageOutputs } from "./stage-outputs.tsx";
import { StageProgress } from "./stage-progress.tsx";
import { StageTrouble } from "./stage-trouble.tsx";
import { StageUnknown } from "./stage-unknown.tsx";

type Props = {
  task: TaskDetail;
  actions: TaskActions;
  /** Whether what was drawn lies over the clip. */
  showsPaths: boolean;
};

/** The heart of the page: what came out, its making, or what went wrong. */
export function TaskStage({ task, actions, showsPaths }: Props) {
  const t = useTranslations("task");
  return (
    <>
      {task.trashedAt !== null && (
        <Notice
          tone="warning"
          title={t("inTrash")}
          action={
            actions.allows(task, "restore") && (
              <Button
                size="sm"
                busy={actions.isBusy(task)}
                icon={<Undo2 aria-hidden />}
                onClick={() => actions.run.restore(task)}
              >
                {t("actions.restore")}
              </Button>
            )
          }
        />
      )}
      <StageContent task={task} actions={actions} showsPaths={showsPaths} />
    </>
  );
}

function StageContent({ task, actions, showsPaths }: Props) {
  switch (task.status) {
    case "succeeded":
      return <StageOutputs task={task} showsPaths={showsPaths} />;
    case "queued":
    case "submitting":
    case "submitted":
    case "processing":
    case "archiving":
      return <StageProgress task={task} />;
    case "failed":
    case "canceled":
      return <StageTrouble task={task} actions={actions} />;
    case "unknown":
      return <StageUnknown task={task} actions={actions} />;
  }
}
