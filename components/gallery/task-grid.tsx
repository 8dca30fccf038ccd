"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import type { TaskActions } from "#components/ui/task/use-task-actions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { CARD_GRID } from "./card-grid-style.ts";
import { indexAfterKey } from "./grid-keys.ts";
import { TaskCard } from "./task-card.tsx";
import { useGridLayout } from "./use-grid-layout.ts";

/** Rows ahead of the last loaded one at which the next page is asked for. */
const ROWS_AHEAD = 4;

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

type Rows = {
  readonly first: number;
  /** The row after the last visible one. */
  readonly end: number;
  readonly spaceAbovePx: number;
  readonly spaceBelowPx: number;
  readonly isNearEnd: boolean;
  readonly scrollTo: (row: number) => void;
};

function useVisibleRows(count: number, layout: ReturnType<typeof useGridLayout>): Rows {
  const rowCount = Math.ceil(count / (layout?.columns ?? 1));
  const rowHeightPx = layout?.rowHeightPx ?? 0;
  const topPx = layout?.topPx ?? 0;
  const virtualizer = useWindowVirtualizer({
    count: layout === null ? 0 : rowCount,
    estimateSize: () => rowHeightPx,
    overscan: 3,
    scrollMargin: topPx,
    scrollPaddingStart: 80,
    scrollPaddingEnd: 80,
  });
  useEffect(() => {
    if (rowHeightPx > 0) virtualizer.measure(); // the estimate is exact, but cached by row
  }, [virtualizer, rowHeightPx]);

  const visible = virtualizer.getVirtualItems();
  const [firstRow, lastRow] = [visible[0], visible.at(-1)];
  if (layout === null || !firstRow || !lastRow) {
    const all = { first: 0, end: Number.POSITIVE_INFINITY, spaceAbovePx: 0, spaceBelowPx: 0 };
    return { ...all, isNearEnd: false, scrollTo: () => {} };
  }
  return {
    first: firstRow.index,
    end: lastRow.index + 1,
    spaceAbovePx: firstRow.start - topPx,
    spaceBelowPx: Math.max(0, virtualizer.getTotalSize() - (lastRow.end - topPx)),
    isNearEnd: lastRow.index >= rowCount - ROWS_AHEAD,
    scrollTo: (row) => virtualizer.scrollToIndex(row, { align: "auto" }),
  };
}

/** One card can be tabbed to: the one last visited, or the first in sight when that one is not. */
function useRovingFocus(grid: { readonly current: HTMLElement | null }, shown: readonly TaskSummary[]) {
  const [visitedId, setActiveId] = useState<string | null>(null);
  const wantedId = useRef<string | null>(null);
  useEffect(() => {
    if (wantedId.current === null) return;
    const card = grid.current?.querySelector<HTMLElement>(`[data-card="${wantedId.current}"]`);
    if (!card) return; // its row is not there yet: the render that brings it tries again
    wantedId.current = null;
    card.focus({ preventScroll: true });
  });
  return {
    activeId: shown.some(({ id }) => id === visitedId) ? visitedId : (shown[0]?.id ?? null),
    setActiveId,
    move: (task: TaskSummary | undefined) => {
      if (!task) return;
      wantedId.current = task.id;
      setActiveId(task.id);
    },
  };
}

/** The task whose card has the focus; null for the buttons on it. */
function cardOf(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.dataset.card ?? null) : null;
}
