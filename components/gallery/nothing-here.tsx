"use client";

import { Clapperboard, SearchX, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { isFiltered } from "#lib/client/task-filter.ts";
import type { TaskFilter } from "#lib/contract/tasks.ts";
import { ExamplePrompts } from "./example-prompts.tsx";

type Props = { filter: TaskFilter; mayCreate: boolean; onClear: () => void };

/** Why the gallery is empty, and the way on. */
export function NothingHere({ filter, mayCreate, onClear }: Props) {
  const t = useTranslations("gallery");
  if (isFiltered(filter)) {
    return (
      <EmptyState icon={<SearchX />} title={t("noMatch.title")} text={t("noMatch.text")}>
        <Button onClick={onClear}>{t("noMatch.clear")}</Button>
      </EmptyState>
    );
  }
  if (filter.trash === "true") {
    return <EmptyState icon={<Trash2 />} title={t("emptyTrash.title")} text={t("emptyTrash.text")} />;
  }
  return (
    <>
      <EmptyState
        icon={<Clapperboard />}
        title={t("empty.title")}
        text={t(mayCreate ? "empty.text" : "empty.viewerText")}
        className="pb-8"
      />
      {mayCreate && <ExamplePrompts />}
    </>
  );
}
