"use client";

import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { CARD_TEXT } from "#components/ui/grid/card-grid-style.ts";
import { RelativeTime } from "#components/ui/task/relative-time.tsx";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import { ViaKey } from "#components/ui/task/via-key.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { modelWords } from "#lib/client/model-name.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";
import { isClipKind } from "#lib/kling/task-kinds.ts";
import { CardMedia } from "./card-media.tsx";
import { CardMenu } from "./card-menu.tsx";

type Props = {
  task: TaskSummary;
  isActive: boolean;
  /** Above the fold: its still is not loaded lazily. */
  isPriority: boolean;
  actions: TaskActions;
  onActivate: (taskId: string) => void;
};

/** One task: its picture or what became of it, its prompt, and what to do with it. */
export function TaskCard({ task, isActive, isPriority, actions, onActivate }: Props) {
  const t = useTranslations("task");
  const words = useWords();
  const maker = modelWords(task.modelName) ?? TASK_KIND_NAMES[task.kind];
  const name =
    task.prompt || (isClipKind(task.kind) ? t("withoutPrompt") : words(TASK_KIND_NAMES[task.kind]));
  const tabIndex = isActive ? 0 : -1;
  return (
    <article aria-label={name} className="group relative">
      <CardMedia task={task} actions={actions} isPriority={isPriority} tabIndex={tabIndex} />
      <div className={classNames(CARD_TEXT, "flex gap-1")}>
        <div className="min-w-0 flex-1">
          <AppLink
            href={`/tasks/${task.id}`}
            data-card={task.id}
            tabIndex={tabIndex}
            onFocus={() => onActivate(task.id)}
            className="line-clamp-2 text-sm leading-5 text-text outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent-text"
          >
            {name}
          </AppLink>
          <p className="mt-1 truncate text-xs text-muted">
            <RelativeTime iso={task.createdAt} />
            {task.createdBy && ` · ${task.createdBy.name}`}
            <ViaKey name={task.apiKeyName} />
            {` · ${words(maker)}`}
          </p>
        </div>
        <CardMenu task={task} actions={actions} />
      </div>
    </article>
  );
}
