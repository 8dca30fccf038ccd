"use client";

import { CircleAlert, CircleSlash, Clapperboard } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { ClipThumb } from "#components/ui/task/clip-thumb.tsx";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { useTake } from "./use-take.ts";

type Props = {
  takeIds: readonly string[];
  shownId: string | null;
  onShow: (taskId: string | null) => void;
  workbenchLabel: string;
};

const TILE =
  "relative flex h-14 w-24 shrink-0 items-center justify-center overflow-hidden rounded-md border-2 bg-stage text-xs font-medium text-muted transition-colors hover:text-text aria-pressed:border-accent";

/** What was made in this tab, newest first. Where there is room its place is kept while it is empty. */
export function TakeStrip({ takeIds, shownId, onShow, workbenchLabel }: Props) {
  const t = useTranslations("create.stage");
  return (
    <div
      className={classNames(
        "flex h-14 shrink-0 items-center gap-2 overflow-x-auto overflow-y-hidden [scrollbar-width:thin]",
        takeIds.length === 0 && "max-lg:hidden",
      )}
    >
      {takeIds.length === 0 ? (
        <p className="w-full text-center text-sm text-faint">{t("takesWillBeHere")}</p>
      ) : (
        <>
          <button
            type="button"
            aria-pressed={shownId === null}
            onClick={() => onShow(null)}
            className={classNames(TILE, "flex-col gap-0.5 border-transparent bg-hover")}
          >
            <Clapperboard aria-hidden className="size-4" />
            {workbenchLabel}
          </button>
          {takeIds.map((taskId, index) => (
            <TakeTile
              key={taskId}
              taskId={taskId}
              number={takeIds.length - index}
              isShown={shownId === taskId}
              onShow={() => onShow(taskId)}
            />
          ))}
        </>
      )}
    </div>
  );
}

type TileProps = { taskId: string; number: number; isShown: boolean; onShow: () => void };

function TakeTile({ taskId, number, isShown, onShow }: TileProps) {
  const t = useTranslations("create.stage");
  const { task } = useTake(taskId);
  const status = task ? t(`tileStatus.${groupOf(task)}`) : "";
  return (
    <button
      type="button"
      aria-pressed={isShown}
      aria-label={t("tile", { number, status })}
      onClick={onShow}
      className={classNames(TILE, "border-transparent")}
    >
      {task && <TileFace task={task} />}
    </button>
  );
}

function TileFace({ task }: { task: TaskSummary }) {
  switch (groupOf(task)) {
    case "done":
      return task.output && <ClipThumb {...task.output} className="size-full" />;
    case "failed":
      return <CircleAlert aria-hidden className="size-5 text-danger-text" />;
    case "canceled":
      return <CircleSlash aria-hidden className="size-5" />;
    case "running":
      return (
        <>
          <span className="tabular-nums">{Math.round(task.progress * 100)}%</span>
          <span aria-hidden className="absolute inset-x-0 bottom-0 h-1 bg-press">
            <span
              className="block h-full origin-left bg-accent transition-transform duration-200"
              style={{ transform: `scaleX(${task.progress})` }}
            />
          </span>
        </>
      );
  }
}

function groupOf({ status }: TaskSummary): "running" | "done" | "failed" | "canceled" {
  switch (status) {
    case "queued":
    case "submitting":
    case "submitted":
    case "processing":
    case "archiving":
      return "running";
    case "succeeded":
      return "done";
    case "failed":
    case "unknown":
      return "failed";
    case "canceled":
      return "canceled";
  }
}
