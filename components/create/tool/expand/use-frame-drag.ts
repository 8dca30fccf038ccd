"use client";

import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { dragged, type Expansion, type Handle, type Way } from "#lib/kling/expansion.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import { frameOf, type Rect, restingView, viewWhileDragging } from "./frame-view.ts";

type Setup = {
  readonly expansion: Expansion;
  readonly picture: ImageSize;
  readonly onChange: (expansion: Expansion) => void;
};

type Hold = {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly from: Expansion;
  /** Pixels of the picture to one of the screen, when the handle was taken hold of. */
  readonly scale: number;
};

/** One press of an arrow key, as a share of the picture's side; ten times that with Shift. */
const KEY_STEP = 0.01;

const ARROWS: Readonly<Record<string, Way>> = {
  ArrowLeft: { right: -1, down: 0 },
  ArrowRight: { right: 1, down: 0 },
  ArrowUp: { right: 0, down: -1 },
  ArrowDown: { right: 0, down: 1 },
};

/**
 * Dragging by mouse, finger, pen or arrow keys. A drag is reckoned from where it began and never from its last move: rounding
 * would eat small ones, and an edge that met a limit would stay behind the pointer.
 */
export function useFrameDrag({ expansion, picture, onChange }: Setup) {
  const plane = useRef<HTMLDivElement>(null);
  const hold = useRef<Hold | null>(null);
  const [heldView, holdView] = useState<Rect | null>(null);
  const frame = frameOf(expansion, picture);
  const view = heldView === null ? restingView(frame) : viewWhileDragging(heldView, frame);
  const { widthPx, heightPx } = picture;

  const letGo = (event: PointerEvent) => {
    if (hold.current?.pointerId !== event.pointerId) return;
    hold.current = null;
    holdView(null);
  };

  return {
    plane,
    view,
    frame,
    isDragging: heldView !== null,
    gesturesOf: (handle: Handle) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        // A second finger never moves a second edge.
        if (event.button !== 0 || hold.current !== null || plane.current === null) return;
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
        const scale = view.widthPx / plane.current.clientWidth;
        hold.current = {
          pointerId: event.pointerId,
          x: event.clientX,
          y: event.clientY,
          from: expansion,
          scale,
        };
        holdView(view);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const held = hold.current;
        if (held?.pointerId !== event.pointerId) return;
        const right = ((event.clientX - held.x) * held.scale) / widthPx;
        const down = ((event.clientY - held.y) * held.scale) / heightPx;
        onChange(dragged(held.from, handle, { right, down }));
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
      onKeyDown: (event: KeyboardEvent) => {
        const way = ARROWS[event.key];
        if (way === undefined) return;
        event.preventDefault();
        const step = KEY_STEP * (event.shiftKey ? 10 : 1);
        onChange(dragged(expansion, handle, { right: way.right * step, down: way.down * step }));
      },
    }),
  };
}
