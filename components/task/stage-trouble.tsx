"use client";

import { Ban, DownloadCloud, PencilLine, RotateCcw, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { useFailureText } from "#components/ui/task/use-failure-text.ts";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import { settingsLink } from "#lib/client/create-link.ts";
import { findOwnFailure } from "#lib/contract/task-failures.ts";
import type { TaskDetail, TaskFailure } from "#lib/contract/tasks.ts";

type Props = { task: TaskDetail; actions: TaskActions };

const LOOKS = {
  failed: { icon: TriangleAlert, className: "bg-danger-soft text-danger-text" },
  canceled: { icon: Ban, className: "bg-hover text-muted" },
} as const;

/** What happened, why, what to do next, and what to quote when somebody has to help. */
export function StageTrouble({ task, actions }: Props) {
  const t = useTranslations("task");
  const text = useFailureText(task);
  const trouble = task.status === "failed" ? "failed" : "canceled";
  const { icon: Icon, className } = LOOKS[trouble];
  const mayRetry = actions.allows(task, "retry");
  const settings = settingsLink(task);
  const mayFetch = actions.allows(task, "fetchAgain");
  // Repeating what was refused for its content only repeats the refusal: then changing it comes first.
  const editFirst = task.failure?.retryable === false;
  return (
    <div
      role={trouble === "canceled" ? undefined : "alert"}
      className="flex min-h-72 flex-col items-center justify-center rounded-xl border border-line bg-surface px-6 py-10 text-center shadow-card"
    >
      <span className={classNames("flex size-12 items-center justify-center rounded-full", className)}>
        <Icon aria-hidden className="size-6" />
      </span>
      <p className="mt-4 max-w-lg text-lg font-semibold text-balance">{text.explain}</p>
      <p className="mt-1 max-w-lg text-sm text-muted text-pretty">{text.remedy}</p>
      <div
        className={classNames("mt-6 flex flex-wrap justify-center gap-2", editFirst && "flex-row-reverse")}
      >
        {mayFetch && (
          <Button
            variant="primary"
            busy={actions.isBusy(task)}
            icon={<DownloadCloud aria-hidden />}
            onClick={() => actions.run.fetchAgain(task)}
          >
            {t("actions.fetchAgain")}
          </Button>
        )}
        {mayRetry && (
          <Button
            variant={editFirst || mayFetch ? "secondary" : "primary"}
            busy={actions.isBusy(task)}
            icon={<RotateCcw aria-hidden />}
            onClick={() => actions.run.retry(task)}
          >
            {t("actions.retry")}
          </Button>
        )}
        {settings && (
          <ButtonLink
            href={settings}
            variant={editFirst ? "primary" : "secondary"}
            icon={<PencilLine aria-hidden />}
          >
            {t("actions.editAndRetry")}
          </ButtonLink>
        )}
      </div>
      {task.failure && !isOurs(task.failure) && (
        <p className="mt-6 max-w-lg text-xs text-muted [overflow-wrap:anywhere]">
          {t("providerSaid", { code: String(task.failure.code), message: task.failure.message })}
        </p>
      )}
    </div>
  );
}

/** Words of our own stand above already, in the reader's language. */
function isOurs({ code, message }: TaskFailure): boolean {
  return findOwnFailure(code)?.explain.en === message;
}
