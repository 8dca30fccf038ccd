"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Progress } from "#components/ui/progress.tsx";
import { StatusBadge } from "#components/ui/task/status-badge.tsx";
import { useProgressWords } from "#components/ui/task/use-progress-words.ts";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { mediaForm } from "#lib/kling/media.ts";

type Props = { task: TaskSummary; actions: TaskActions; tabIndex: number; className: string };

/** A clip in the making: how far it is, how long it takes, and, while it costs nothing yet, the way out. */
export function CardProgress({ task, actions, tabIndex, className }: Props) {
  const t = useTranslations("task");
  const progress = useProgressWords(task);
  return (
    <div
      className={classNames(
        "relative flex flex-col overflow-hidden border border-line bg-linear-to-br from-surface to-accent-soft/60 p-3",
        className,
      )}
    >
      <SourceGhost task={task} />
      <div className="relative flex items-start justify-between gap-2">
        <StatusBadge status={task.status} className="shadow-card" />
        {actions.allows(task, "cancel") && (
          <Button
            size="sm"
            tabIndex={tabIndex}
            busy={actions.isBusy(task)}
            onClick={() => actions.run.cancel(task)}
            className="relative z-10"
          >
            {t("actions.cancel")}
          </Button>
        )}
      </div>
      <div className="relative mt-auto">
        <p className="mb-2 flex justify-between gap-3 text-xs font-medium text-muted">
          <span className="truncate">{progress.words}</span>
          {progress.share !== undefined && (
            <span className="tabular-nums">{Math.round(progress.share * 100)}%</span>
          )}
        </p>
        <Progress label={progress.words} value={progress.share} />
      </div>
    </div>
  );
}

/** The picture that the clip is made from, faintly. */
function SourceGhost({ task }: { task: TaskSummary }) {
  const source =
    task.request.kind === "image2video" ? (task.request.image ?? task.request.image_tail) : undefined;
  if (source === undefined || mediaForm(source) !== "asset") return null;
  return (
    // biome-ignore lint/performance/noImgElement: stills are made to size; the optimizer is off on purpose
    <img
      src={assetUrl(source, "poster")}
      alt=""
      className="absolute inset-0 size-full object-cover opacity-25 blur-[2px]"
    />
  );
}
