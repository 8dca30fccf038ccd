"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

export type GridLayout = {
  readonly columns: number;
  /** Height of a row with the gap below it. */
  readonly rowHeightPx: number;
  /** Distance of the grid from the top of the document. */
  readonly topPx: number;
};

/**
 * What CSS has made of the grid; null until the browser has laid it out once. CSS decides alone, so that the
 * server's page, the first paint and the virtualised grid look the same.
 */
export function useGridLayout(grid: RefObject<HTMLElement | null>): GridLayout | null {
  const [layout, setLayout] = useState<GridLayout | null>(null);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setLayout((before) => keepIfSame(before, readLayout(element))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid]);
  return layout;
}

function readLayout(grid: HTMLElement): GridLayout | null {
  const card = grid.firstElementChild;
  if (card === null) return null;
  const style = getComputedStyle(grid);
  return {
    columns: style.gridTemplateColumns.split(" ").length,
    rowHeightPx: card.getBoundingClientRect().height + Number.parseFloat(style.rowGap),
    topPx: Math.round(grid.getBoundingClientRect().top + window.scrollY),
  };
}

function keepIfSame(before: GridLayout | null, now: GridLayout | null): GridLayout | null {
  if (before === null || now === null) return now ?? before;
  const isSame =
    before.columns === now.columns && before.rowHeightPx === now.rowHeightPx && before.topPx === now.topPx;
  return isSame ? before : now;
}
