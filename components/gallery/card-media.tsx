"use client";

import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { CardProgress } from "./card-progress.tsx";
import { CardTrouble } from "./card-trouble.tsx";
import { OutputFace } from "./output-face.tsx";

type Props = { task: TaskSummary; actions: TaskActions; isPriority: boolean; tabIndex: number };

const FRAME = "aspect-video w-full rounded-lg";

/** The upper part of a card: what came out, its making, or its failure. Always of one size. */
export function CardMedia({ task, actions, isPriority, tabIndex }: Props) {
  switch (task.status) {
    case "succeeded":
      return <OutputFace task={task} isPriority={isPriority} className={FRAME} />;
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
