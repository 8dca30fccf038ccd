"use client";

import { useState, useSyncExternalStore } from "react";
import { createSessionTakes, NO_TAKES } from "#lib/client/session-takes.ts";
import { browserStorage, type DraftOwner } from "./use-create-draft.ts";

/** The takes of this tab, and which of them is on stage; null shows the workbench. */
export function useSessionTakes({ teamId, userId }: DraftOwner) {
  const [store] = useState(() =>
    createSessionTakes(browserStorage("sessionStorage"), `framewright:takes:${teamId}:${userId}`),
  );
  const takeIds = useSyncExternalStore(store.subscribe, store.read, () => NO_TAKES);
  const [shownId, show] = useState<string | null>(null);
  return {
    takeIds,
    shownId,
    show,
    /** Puts new takes on the strip, and the first of them on stage. */
    add(taskIds: readonly string[]) {
      store.add(taskIds);
      show(taskIds[0] ?? null);
    },
  };
}
