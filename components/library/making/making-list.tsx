"use client";

import { RotateCcw, Trash2, X } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { StatusBadge } from "#components/ui/task/status-badge.tsx";
import { useFailureText } from "#components/ui/task/use-failure-text.ts";
import { useProgressWords } from "#components/ui/task/use-progress-words.ts";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";

type Props = { tasks: readonly TaskSummary[]; actions: TaskActions; label: string };

/** What is on its way into the library, and what did not get there and why. */
export function MakingList({ tasks, actions, label }: Props) {
  if (tasks.length === 0) return null;
  return (
    <ul aria-label={label} className="grid gap-2.5 sm:grid-cols-2 xl:grid-cols-3">
      {tasks.map((task) => (
        <li key={task.id}>
          <Making task={task} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

function Making({ task, actions }: { task: TaskSummary; actions: TaskActions }) {
  const t = useTranslations("task");
  const name = nameOf(task);
  return (
    <Card className="flex h-full flex-col gap-2 p-3">
      <div className="flex items-start justify-between gap-2">
        <AppLink href={`/tasks/${task.id}`} className="min-w-0 truncate font-medium text-sm hover:underline">
          {name}
        </AppLink>
        <StatusBadge status={task.status} />
      </div>
      {task.status === "failed" ? <Trouble task={task} /> : <Under task={task} />}
      <div className="mt-auto flex flex-wrap gap-2 empty:hidden">
        {actions.allows(task, "retry") && (
          <Button
            size="sm"
            busy={actions.isBusy(task)}
            icon={<RotateCcw aria-hidden />}
            onClick={() => actions.run.retry(task)}
          >
            {t("actions.retry")}
          </Button>
        )}
        {actions.allows(task, "cancel") && (
          <Button
            size="sm"
            busy={actions.isBusy(task)}
            icon={<X aria-hidden />}
            onClick={() => actions.run.cancel(task)}
          >
            {t("actions.cancel")}
          </Button>
        )}
        {actions.allows(task, "trash") && (
          <Button
            size="sm"
            variant="ghost"
            busy={actions.isBusy(task)}
            icon={<Trash2 aria-hidden />}
            onClick={() => actions.run.trash(task)}
          >
            {t("actions.trash")}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Trouble({ task }: { task: TaskSummary }) {
  const { explain, remedy } = useFailureText(task);
  return (
    <p className="text-sm">
      <span className="text-danger-text">{explain}</span> <span className="text-muted text-xs">{remedy}</span>
    </p>
  );
}

function Under({ task }: { task: TaskSummary }) {
  const { words, share } = useProgressWords(task);
  return (
    <div className="text-muted text-xs">
      <Progress value={share} label={words} className="mb-1.5" />
      {words}
    </div>
  );
}

/** What the thing will be called. */
function nameOf({ request, prompt, id }: TaskSummary): string {
  if ("element_name" in request) return request.element_name;
  if ("voice_name" in request) return request.voice_name;
  return prompt || id;
}
