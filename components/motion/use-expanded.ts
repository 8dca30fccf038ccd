"use client";

import { type RefObject, useEffect, useState } from "react";

/**
 * The canvas over the whole window: nothing behind it can be reached or scrolled meanwhile. Dialogs are put at the end
 * of the page later and stay above it.
 */
export function useExpanded(root: RefObject<HTMLElement | null>): [boolean, (expanded: boolean) => void] {
  const [isExpanded, setExpanded] = useState(false);
  useEffect(() => {
    const screen = root.current;
    if (!isExpanded || screen === null) return;
    const covered = [...outsiders(screen)].filter((element) => !element.inert);
    const { overflow } = document.documentElement.style;
    for (const element of covered) element.inert = true;
    document.documentElement.style.overflow = "hidden";
    screen.querySelector<HTMLElement>("[role=application]")?.focus({ preventScroll: true });
    return () => {
      for (const element of covered) element.inert = false;
      document.documentElement.style.overflow = overflow;
      // The button that led here is there again; one that this screen has no use for takes no focus.
      for (const button of screen.querySelectorAll<HTMLElement>("[data-expands]"))
        button.focus({ preventScroll: true });
    };
  }, [isExpanded, root]);
  return [isExpanded, setExpanded];
}

/** Everything that neither holds the element nor lies in it, except what speaks or has no body. */
function* outsiders(element: HTMLElement): Generator<HTMLElement> {
  for (let inside = element; inside.parentElement !== null; inside = inside.parentElement) {
    for (const sibling of inside.parentElement.children) {
      if (
        sibling !== inside &&
        sibling instanceof HTMLElement &&
        !sibling.matches("script, style, [aria-live]")
      )
        yield sibling;
    }
    if (inside.parentElement === document.body) return;
  }
}
