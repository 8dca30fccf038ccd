"use client";

import { useLayoutEffect, useRef } from "react";
import type { ShownTooltip } from "./tooltip-layer.tsx";

const GAP_PX = 8;

/** The name of what the mouse or the focus rests on, beside it. */
export function TooltipBubble({ text, anchor }: ShownTooltip) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (bubble.current !== null) place(bubble.current, anchor.getBoundingClientRect());
  }, [anchor]);
  return (
    <div
      ref={bubble}
      aria-hidden
      className="pointer-events-none invisible fixed top-0 left-0 z-60 max-w-64 rounded-sm bg-text px-2 py-1 text-xs font-medium text-canvas shadow-raised"
    >
      {text}
    </div>
  );
}

/** Above the element when there is room, else below; never beyond the window's edge. */
function place(bubble: HTMLElement, anchor: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = bubble;
  const left = Math.min(
    Math.max(anchor.left + anchor.width / 2 - width / 2, GAP_PX),
    innerWidth - width - GAP_PX,
  );
  const above = anchor.top - height - GAP_PX;
  const top = above >= GAP_PX ? above : anchor.bottom + GAP_PX;
  bubble.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  bubble.style.visibility = "visible";
}
