"use client";

import { useEffect, useRef, useState } from "react";

const DELAY_MS = 400;
const GAP_PX = 8;

type Shown = { readonly text: string; readonly anchor: Element };

/**
 * Once in the page: names on hover and focus for every element with `data-tooltip`. It is for the eye only;
 * the element carries its name itself. Escape hides it.
 */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => watchTooltips(setShown), []);
  if (shown === null) return null;
  return <Bubble key={shown.text} {...shown} />;
}

function Bubble({ text, anchor }: Shown) {
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
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

function watchTooltips(show: (shown: Shown | null) => void): () => void {
  const aborter = new AbortController();
  const options = { signal: aborter.signal, capture: true, passive: true };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = () => {
    clearTimeout(timer);
    show(null);
  };
  const consider = (target: EventTarget | null, delayMs: number) => {
    const anchor = target instanceof Element ? target.closest("[data-tooltip]") : null;
    const text = anchor?.getAttribute("data-tooltip");
    hide();
    if (anchor && text) timer = setTimeout(() => mayShow(anchor) && show({ text, anchor }), delayMs);
  };

  addEventListener(
    "pointerover",
    (event) => event.pointerType === "mouse" && consider(event.target, DELAY_MS),
    options,
  );
  addEventListener(
    "focusin",
    ({ target }) => target instanceof Element && target.matches(":focus-visible") && consider(target, 0),
    options,
  );
  for (const name of ["focusout", "pointerdown", "scroll", "keydown"]) addEventListener(name, hide, options);
  aborter.signal.addEventListener("abort", () => clearTimeout(timer));
  return () => aborter.abort();
}

/** Not for what has gone meanwhile, and not on top of the menu that its button has opened. */
function mayShow(anchor: Element): boolean {
  return anchor.isConnected && anchor.getAttribute("aria-expanded") !== "true";
}
