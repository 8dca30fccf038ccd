"use client";

import { Volume2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { ClipThumb } from "#components/ui/task/clip-thumb.tsx";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { CardProgress } from "./card-progress.tsx";
import { CardTrouble } from "./card-trouble.tsx";

type Props = { task: TaskSummary; actions: TaskActions; isPriority: boolean; tabIndex: number };

const FRAME = "aspect-video w-full rounded-lg";

/** The upper part of a card: the clip itself, its making, or its failure. Always of one size. */
export function CardMedia({ task, actions, isPriority, tabIndex }: Props) {
  switch (task.status) {
    case "succeeded":
      return task.output === null ? (
        <div className={`${FRAME} bg-stage`} />
      ) : (
        <ClipThumb {...task.output} isPriority={isPriority} className={FRAME}>
          <ClipLabels output={task.output} />
        </ClipThumb>
      );
    case "queued":
    case "submitting":
    case "submitted":
    case "processing":
    case "archiving":
      return <CardProgress task={task} actions={actions} tabIndex={tabIndex} className={FRAME} />;
    case "failed":
    case "canceled":
    case "unknown":
      return <CardTrouble task={task} actions={actions} tabIndex={tabIndex} className={FRAME} />;
  }
}

function ClipLabels({ output }: { output: NonNullable<TaskSummary["output"]> }) {
  const t = useTranslations("task");
  return (
    <div className="absolute right-2 bottom-2 flex gap-1">
      {output.hasSound && (
        <Label>
          <Volume2 aria-label={t("withSound")} className="size-3.5" />
        </Label>
      )}
      <Label>{clock(output.durationSeconds)}</Label>
    </div>
  );
}

function Label({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex h-5 items-center rounded-sm bg-black/60 px-1.5 text-[0.6875rem] font-medium text-white tabular-nums">
      {children}
    </span>
  );
}

/** `65.2` → `1:05` */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
