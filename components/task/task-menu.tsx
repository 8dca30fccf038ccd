"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Menu } from "#components/ui/menu.tsx";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import { useTaskMenu } from "#components/ui/task/use-task-menu.tsx";
import type { TaskDetail } from "#lib/contract/tasks.ts";

type Props = { task: TaskDetail; actions: TaskActions };

/** Everything that can be done with the task. */
export function TaskMenu({ task, actions }: Props) {
  const t = useTranslations("common");
  const items = useTaskMenu(task, actions);
  return (
    <Menu
      label={t("more")}
      items={items}
      triggerClassName="control-square inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-text"
    >
      <EllipsisVertical aria-hidden className="size-5" />
    </Menu>
  );
}
