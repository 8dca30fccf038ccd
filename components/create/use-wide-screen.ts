"use client";

import { useSyncExternalStore } from "react";

/** Tailwind's `lg`: from here on the settings stand beside the stage. */
const WIDE = "(min-width: 64rem)";

/** Whether there is room for the settings beside the stage. The server, which cannot know, says yes. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
}

function subscribe(tell: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
}
