"use client";

import { Download, Wand } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import { assetUrl } from "#lib/client/assets.ts";
import { settingsLink } from "#lib/client/create-link.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";

type Props = { task: TaskDetail; actions: TaskActions };

/** The likely next things. What went wrong is shown together with its own, and so are several files. */
export function TaskBar({ task, actions }: Props) {
  const t = useTranslations("task");
  if (task.status === "failed" || task.status === "canceled" || task.status === "unknown") return null;
  const settings = settingsLink(task);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {settings && (
        <ButtonLink href={settings} icon={<Wand aria-hidden />}>
          {t("actions.useSettings")}
        </ButtonLink>
      )}
      {task.output !== null && task.outputCount === 1 && (
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
    </div>
  );
}
