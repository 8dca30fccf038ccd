"use client";

import { Download, EllipsisVertical, Wand } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Menu } from "#components/ui/menu.tsx";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import { useTaskMenu } from "#components/ui/task/use-task-menu.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import { settingsLink } from "#lib/client/create-link.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";

type Props = { task: TaskDetail; actions: TaskActions };

/** What to do with the clip: the likely things as buttons, everything in the menu. */
export function TaskBar({ task, actions }: Props) {
  const t = useTranslations("task");
  const tCommon = useTranslations("common");
  const items = useTaskMenu(task, actions);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {!isOfferedOnStage(task) && (
        <ButtonLink href={settingsLink(task)} icon={<Wand aria-hidden />}>
          {t("actions.useSettings")}
        </ButtonLink>
      )}
      {task.output !== null && (
        <a href={assetUrl(task.output.assetId, "download")} download className={buttonStyle()}>
          <Download aria-hidden />
          {t("actions.download")}
        </a>
      )}
      {actions.allows(task, "cancel") && (
        <Button busy={actions.isBusy(task)} onClick={() => actions.run.cancel(task)}>
          {t("actions.cancel")}
        </Button>
      )}
      <span className="ml-auto">
        <Menu
          label={tCommon("more")}
          items={items}
          triggerClassName="control-square inline-flex items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-text"
        >
          <EllipsisVertical aria-hidden className="size-5" />
        </Menu>
      </span>
    </div>
  );
}

/** What went wrong is shown together with the way to change it. */
function isOfferedOnStage({ status }: TaskDetail): boolean {
  return status === "failed" || status === "canceled" || status === "unknown";
}
