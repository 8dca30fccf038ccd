"use client";

import { useTranslations } from "use-intl/react";
import { useUnits } from "#components/ui/task/use-units.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { type Fact, FactList } from "./fact-list.tsx";
import { TaskSection } from "./task-section.tsx";

/** What was set aside for the clip, and what it came to. */
export function TaskCost({ task }: { task: TaskDetail }) {
  const t = useTranslations("task");
  const units = useUnits();
  const { priceUnits, settledUnits } = task;
  const reserved: Fact = {
    name: t("cost.reserved"),
    value: priceUnits === null ? t("cost.unpublished") : units(priceUnits),
  };
  const charged: Fact = {
    name: t("cost.charged"),
    value:
      settledUnits === null ? t("cost.notYet") : settledUnits === 0 ? t("cost.nothing") : units(settledUnits),
  };
  return (
    <TaskSection title={t("cost.title")}>
      <FactList facts={[reserved, charged]} />
    </TaskSection>
  );
}
