"use client";

import { useEffect, useRef, useState } from "react";

/** One card can be tabbed to: the one last visited, or the first in sight when that one is not. */
export function useRovingFocus(
  grid: { readonly current: HTMLElement | null },
  shown: readonly { readonly id: string }[],
) {
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
    move: (card: { readonly id: string } | undefined) => {
      if (!card) return;
      wantedId.current = card.id;
      setActiveId(card.id);
    },
  };
}

/** The thing whose card has the focus, by its `data-card`; null for the buttons on it. */
export function cardOf(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.dataset.card ?? null) : null;
}
