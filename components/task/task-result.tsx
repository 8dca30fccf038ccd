"use client";

import { useTranslations } from "use-intl/react";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { FactList } from "./fact-list.tsx";
import { plainFacts } from "./plain-facts.tsx";
import { TaskSection } from "./task-section.tsx";

/** What came out besides files, e.g. the id of an element or the faces that were found. */
export function TaskResult({ result }: Pick<TaskDetail, "result">) {
  const t = useTranslations("task");
  if (result === null) return null;
  return (
    <TaskSection title={t("outputs.result")}>
      <FactList facts={plainFacts(result, ["type"])} />
    </TaskSection>
  );
}
