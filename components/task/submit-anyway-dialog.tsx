"use client";

import { useTranslations } from "use-intl/react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import { useUnits } from "#components/ui/task/use-units.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";

type Props = { open: boolean; onClose: () => void; task: TaskDetail; actions: TaskActions };

/** Says what it may cost before it is ordered a second time. */
export function SubmitAnywayDialog({ open, onClose, task, actions }: Props) {
  const t = useTranslations("task");
  const units = useUnits();
  const { priceUnits } = task;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("decide.submitTitle")}
      description={
        priceUnits === null
          ? t("decide.submitTextUnpriced")
          : t("decide.submitText", { units: units(priceUnits) })
      }
      confirmLabel={t("decide.submitConfirm")}
      danger
      onConfirm={() => {
        actions.run.submitAnyway(task);
        onClose();
      }}
    />
  );
}
