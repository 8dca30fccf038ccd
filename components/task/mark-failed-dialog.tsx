"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";

type Props = { open: boolean; onClose: () => void; task: TaskDetail; actions: TaskActions };

/** Whether it was paid decides what becomes of what was set aside. */
export function MarkFailedDialog({ open, onClose, task, actions }: Props) {
  const t = useTranslations("task");
  const [wasCharged, setWasCharged] = useState(true);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("decide.markTitle")}
      description={t("decide.markText")}
      confirmLabel={t("decide.markFailed")}
      danger
      onConfirm={() => {
        actions.run[wasCharged ? "markCharged" : "markUncharged"](task);
        onClose();
      }}
    >
      <Switch
        label={t("decide.wasCharged")}
        hint={t("decide.wasChargedHint")}
        checked={wasCharged}
        onCheckedChange={setWasCharged}
      />
    </ConfirmDialog>
  );
}
