"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { RelativeTime } from "#components/ui/task/relative-time.tsx";
import { StatusBadge } from "#components/ui/task/status-badge.tsx";
import { useTaskActions } from "#components/ui/task/use-task-actions.ts";
import { ViaKey } from "#components/ui/task/via-key.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { taskQuery } from "#lib/client/tasks.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";
import { LazyMotionVerdict } from "./motion/lazy-motion.tsx";
import { TaskBar } from "./task-bar.tsx";
import { TaskCost } from "./task-cost.tsx";
import { TaskInputs } from "./task-inputs.tsx";
import { TaskMenu } from "./task-menu.tsx";
import { TaskPrompt } from "./task-prompt.tsx";
import { TaskReferences } from "./task-references.tsx";
import { TaskResult } from "./task-result.tsx";
import { TaskSettings } from "./task-settings.tsx";
import { TaskSkeleton } from "./task-skeleton.tsx";
import { TaskStage } from "./task-stage.tsx";
import { TaskTimeline } from "./task-timeline.tsx";

type Props = { taskId: string; principal: Principal };

/** One task: what came out, what went in, what happened, what it cost, and what can be done next. */
export function TaskScreen({ taskId, principal }: Props) {
  const t = useTranslations("task");
  const words = useWords();
  const { data: task, error, isPending, refetch } = useQuery(taskQuery(taskId));
  const actions = useTaskActions(principal);
  const [showsPaths, setShowsPaths] = useState(true);
  if (isPending) return <TaskSkeleton />;
  if (!task) return <ErrorState problem={error} title={t("loadFailed")} onRetry={() => void refetch()} />;
  return (
    <article className="mx-auto w-full max-w-[90rem] px-4 pt-4 pb-12 sm:px-6 lg:px-8">
      <header className="flex items-center gap-2 pb-4">
        <AppLink
          href="/gallery"
          aria-label={t("backToGallery")}
          data-tooltip={t("backToGallery")}
          className="control-square -ml-2 inline-flex shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
        >
          <ArrowLeft aria-hidden className="size-5" />
        </AppLink>
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
          <h1 className="text-xl font-semibold tracking-tight">{words(TASK_KIND_NAMES[task.kind])}</h1>
          <StatusBadge status={task.status} />
          <p className="text-sm text-muted">
            <RelativeTime iso={task.createdAt} />
            {task.createdBy && ` · ${task.createdBy.name}`}
            <ViaKey name={task.apiKeyName} />
          </p>
        </div>
        <TaskMenu task={task} actions={actions} />
      </header>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <TaskStage task={task} actions={actions} showsPaths={showsPaths} />
          <TaskBar task={task} actions={actions} />
          <LazyMotionVerdict report={task.motion} showsPaths={showsPaths} onShowsPaths={setShowsPaths} />
          <TaskPrompt task={task} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <TaskResult result={task.result} />
          <TaskInputs task={task} />
          <TaskSettings task={task} />
          <TaskCost task={task} />
          <TaskTimeline events={task.events} />
          <TaskReferences task={task} />
        </div>
      </div>
    </article>
  );
}
