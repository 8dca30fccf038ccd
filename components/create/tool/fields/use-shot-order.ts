"use client";

import { type ComponentProps, type KeyboardEvent, type PointerEvent, useRef, useState } from "react";

type Wiring = { path: string; count: number; onMove: (from: number, to: number) => void };

type Told = { readonly number: number; readonly place: number };

/**
 * Puts shots in another order: by a handle that is dragged with mouse, pen or finger, or by the arrow keys on it. The order
 * changes while one drags, so that what is seen is what it will be.
 */
export function useShotOrder({ path, count, onMove }: Wiring) {
  const list = useRef<HTMLOListElement>(null);
  const [held, hold] = useState<number | null>(null);
  const [told, tell] = useState<Told | null>(null);

  function move(from: number, to: number): boolean {
    if (from === to || to < 0 || to >= count) return false;
    onMove(from, to);
    tell({ number: from + 1, place: to + 1 });
    return true;
  }

  function drag({ clientY }: PointerEvent): void {
    if (held === null) return;
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    // Over the row's middle: two rows of different heights would else change places to and fro.
    const to = rows.findIndex(({ top, bottom, height }, at) => {
      const reach = at === held ? 0 : height / 4;
      return clientY >= top + reach && clientY <= bottom - reach;
    });
    if (to !== -1 && move(held, to)) hold(to);
  }

  function press(event: KeyboardEvent, at: number): void {
    const to = event.key === "ArrowUp" ? at - 1 : event.key === "ArrowDown" ? at + 1 : at;
    if (to === at) return;
    event.preventDefault();
    if (move(at, to)) document.getElementById(gripId(to))?.focus();
  }

  const gripId = (at: number) => `create-${path}-grip-${at}`;

  return {
    list,
    held,
    /** The last move, to be told to who does not see it. */
    told,
    gripOf: (at: number): ComponentProps<"button"> => ({
      id: gripId(at),
      onKeyDown: (event) => press(event, at),
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hold(at);
      },
      onPointerMove: drag,
      onPointerUp: () => hold(null),
      onPointerCancel: () => hold(null),
    }),
  };
}
