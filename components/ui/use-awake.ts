"use client";

import { useSyncExternalStore } from "react";

/**
 * Whether React answers here already. Before that, a native control takes a choice that React never hears of: it
 * would show one thing and send another. So controls that hold a choice are disabled until they are awake.
 */
export function useAwake(): boolean {
  return useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
}

function subscribeToNothing(): () => void {
  return () => {};
}
