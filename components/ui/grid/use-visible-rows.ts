"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect } from "react";
import type { GridLayout } from "./use-grid-layout.ts";

/** Rows ahead of the last loaded one at which the next page is asked for. */
const ROWS_AHEAD = 4;

type Rows = {
  readonly first: number;
  /** The row after the last visible one. */
  readonly end: number;
  readonly spaceAbovePx: number;
  readonly spaceBelowPx: number;
  readonly isNearEnd: boolean;
  readonly scrollTo: (row: number) => void;
};

/** Which rows of a grid of `count` cards are worth having in the document, and the space that the others take. */
export function useVisibleRows(count: number, layout: GridLayout | null): Rows {
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
