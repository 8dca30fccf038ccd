"use client";

import { lazy, Suspense, useEffect, useState } from "react";

const DELAY_MS = 400;

export type ShownTooltip = { readonly text: string; readonly anchor: Element };

/** Fetched with the first name that is shown; a phone never shows one. */
const TooltipBubble = lazy(async () => ({ default: (await import("./tooltip-bubble.tsx")).TooltipBubble }));

/**
 * Once in the page: names on hover and focus for every element with `data-tooltip`. It is for the eye only;
 * the element carries its name itself. Escape hides it.
 */
export function TooltipLayer() {
  const [shown, setShown] = useState<ShownTooltip | null>(null);
  useEffect(() => watchTooltips(setShown), []);
  if (shown === null) return null;
  return (
    <Suspense>
      <TooltipBubble key={shown.text} {...shown} />
    </Suspense>
  );
}

function watchTooltips(show: (shown: ShownTooltip | null) => void): () => void {
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
