"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { CARD_GRID } from "#components/ui/grid/card-grid-style.ts";
import { indexAfterKey } from "#components/ui/grid/grid-keys.ts";
import { useGridLayout } from "#components/ui/grid/use-grid-layout.ts";
import { cardOf, useRovingFocus } from "#components/ui/grid/use-roving-focus.ts";
import { useVisibleRows } from "#components/ui/grid/use-visible-rows.ts";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { TaskCard } from "./task-card.tsx";

const CARDS_ABOVE_FOLD = 4;

type Props = {
  tasks: readonly TaskSummary[];
  actions: TaskActions;
  hasMore: boolean;
  isLoadingMore: boolean;
  onWantMore: () => void;
};

/** Every loaded task, but only the visible rows in the document. Arrow keys walk, Delete moves to the trash. */
export function TaskGrid({ tasks, actions, hasMore, isLoadingMore, onWantMore }: Props) {
  const t = useTranslations("gallery");
  const grid = useRef<HTMLUListElement>(null);
  const layout = useGridLayout(grid);
  const columns = layout?.columns ?? 1;
  const rows = useVisibleRows(tasks.length, layout);
  const first = rows.first * columns;
  const shown = tasks.slice(first, rows.end * columns);
  const focus = useRovingFocus(grid, shown);

  useEffect(() => {
    if (hasMore && !isLoadingMore && rows.isNearEnd) onWantMore();
  }, [hasMore, isLoadingMore, rows.isNearEnd, onWantMore]);

  const walk = (event: KeyboardEvent) => {
    const index = tasks.findIndex((task) => task.id === cardOf(event.target));
    const task = tasks[index];
    if (!task || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Delete" && actions.allows(task, "trash")) {
      focus.move(tasks[index + 1] ?? tasks[index - 1]);
      return actions.run.trash(task);
    }
    const next = indexAfterKey(event.key, { index, columns, count: tasks.length });
    if (next === null) return;
    event.preventDefault();
    rows.scrollTo(Math.floor(next / columns));
    focus.move(tasks[next]);
  };

  return (
    <ul
      ref={grid}
      aria-label={t("list")}
      aria-busy={isLoadingMore}
      onKeyDown={walk}
      className={CARD_GRID}
      style={{ paddingTop: rows.spaceAbovePx, paddingBottom: rows.spaceBelowPx }}
    >
      {shown.map((task, offset) => (
        <li key={task.id} aria-posinset={first + offset + 1} aria-setsize={hasMore ? -1 : tasks.length}>
          <TaskCard
            task={task}
            isActive={task.id === focus.activeId}
            isPriority={first + offset < CARDS_ABOVE_FOLD}
            actions={actions}
            onActivate={focus.setActiveId}
          />
        </li>
      ))}
    </ul>
  );
}
