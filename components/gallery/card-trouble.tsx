"use client";

import {
  Ban,
  CircleHelp,
  DownloadCloud,
  PencilLine,
  RotateCcw,
  SearchCheck,
  TriangleAlert,
  Undo2,
} from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { useFailureText } from "#components/ui/task/use-failure-text.ts";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import { settingsLink } from "#lib/client/create-link.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";

type Props = { task: TaskSummary; actions: TaskActions; tabIndex: number; className: string };

const LOOKS = {
  failed: { icon: TriangleAlert, words: "text-danger-text" },
  unknown: { icon: CircleHelp, words: "text-warning-text" },
  canceled: { icon: Ban, words: "text-muted" },
} as const;

/** What went wrong in plain words, and the ways on: out of the trash, the same again, or something else. */
export function CardTrouble({ task, actions, tabIndex, className }: Props) {
  const t = useTranslations("task");
  const text = useFailureText(task);
  const { icon: Icon, words } = LOOKS[troubleOf(task)];
  const mayRetry = actions.allows(task, "retry");
  const settings = settingsLink(task);
  return (
    <div className={classNames("flex flex-col border border-line bg-surface p-3", className)}>
      <div className="flex min-h-0 flex-1 gap-2 overflow-hidden">
        <Icon aria-hidden className={classNames("mt-0.5 size-4 shrink-0", words)} />
        <div className="min-w-0 text-sm">
          <p className={classNames("line-clamp-2 font-medium", words)}>{text.explain}</p>
          <p className="mt-0.5 line-clamp-2 text-xs text-muted">{text.remedy}</p>
        </div>
      </div>
      <div className="relative z-10 mt-2 flex gap-2 self-start">
        {actions.allows(task, "restore") && (
          <Button
            size="sm"
            tabIndex={tabIndex}
            busy={actions.isBusy(task)}
            icon={<Undo2 aria-hidden />}
            onClick={() => actions.run.restore(task)}
          >
            {t("actions.restore")}
          </Button>
        )}
        {actions.allows(task, "fetchAgain") && (
          <Button
            size="sm"
            tabIndex={tabIndex}
            busy={actions.isBusy(task)}
            icon={<DownloadCloud aria-hidden />}
            onClick={() => actions.run.fetchAgain(task)}
          >
            {t("actions.fetchAgain")}
          </Button>
        )}
        {actions.allows(task, "checkAgain") && (
          <>
            <Button
              size="sm"
              tabIndex={tabIndex}
              busy={actions.isBusy(task)}
              icon={<SearchCheck aria-hidden />}
              onClick={() => actions.run.checkAgain(task)}
            >
              {t("decide.checkAgain")}
            </Button>
            <ButtonLink size="sm" variant="ghost" tabIndex={tabIndex} href={`/tasks/${task.id}`}>
              {t("decide.more")}
            </ButtonLink>
          </>
        )}
        {mayRetry && !actions.allows(task, "fetchAgain") && (
          <Button
            size="sm"
            tabIndex={tabIndex}
            busy={actions.isBusy(task)}
            icon={<RotateCcw aria-hidden />}
            onClick={() => actions.run.retry(task)}
          >
            {t("actions.retry")}
          </Button>
        )}
        {settings && task.status !== "unknown" && (
          <ButtonLink
            size="sm"
            variant="ghost"
            tabIndex={tabIndex}
            href={settings}
            icon={<PencilLine aria-hidden />}
          >
            {t("actions.edit")}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

function troubleOf({ status }: TaskSummary): keyof typeof LOOKS {
  return status === "failed" || status === "unknown" ? status : "canceled";
}
