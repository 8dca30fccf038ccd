"use client";

import { CircleAlert, CircleSlash, Clapperboard, FileCheck, Music } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { ClipThumb } from "#components/ui/task/clip-thumb.tsx";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import type { TakeStripProps } from "./take-strip-props.ts";
import { useTake } from "./use-take.ts";

const TILE =
  "relative flex h-14 w-24 shrink-0 items-center justify-center overflow-hidden rounded-md border-2 bg-stage text-xs font-medium text-muted transition-colors hover:text-text aria-pressed:border-accent";

/** The workbench and all takes, newest first; the pressed one is on stage. */
export function TakeTiles({ takeIds, shownId, onShow, workbenchLabel }: TakeStripProps) {
  return (
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
      if (task.output === null) return <FileCheck aria-hidden className="size-5" />;
      if (task.output.mime.startsWith("audio/")) return <Music aria-hidden className="size-5" />;
      return (
        <ClipThumb {...task.output} isStill={task.output.mime.startsWith("image/")} className="size-full">
          {task.outputCount > 1 && (
            <span className="absolute right-1 bottom-1 rounded-sm bg-black/60 px-1 text-white tabular-nums">
              {task.outputCount}
            </span>
          )}
        </ClipThumb>
      );
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
