"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { DraftStore } from "#lib/client/draft-store.ts";
import type { DraftSync, SyncView } from "#lib/client/drafts/draft-sync.ts";
import type { DraftTool } from "#lib/client/drafts/draft-tool.ts";

type Setup<State> = {
  readonly store: DraftStore<State, never>;
  /** The same function for as long as the screen is there. */
  readonly loadTool: () => Promise<DraftTool<State>>;
  readonly isWanted: boolean;
};

/** Keeps the draft on the server too. Loaded when the page rests: the browser's own copy does not wait for it. */
export function useDraftSync<State>({ store, loadTool, isWanted }: Setup<State>): DraftSync<State> | null {
  const [sync, setSync] = useState<DraftSync<State> | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const controller = new AbortController();
    const { signal } = controller;
    const start = async () => {
      try {
        const [{ startDraftSync }, tool] = await Promise.all([import("./start-draft-sync.ts"), loadTool()]);
        if (!signal.aborted) setSync(startDraftSync({ store, tool, signal }));
      } catch {
        // No network for the code: the draft is safe in the browser, and goes on to the server when there is one.
        window.addEventListener("online", () => void start(), { once: true, signal });
      }
    };
    const timer = setTimeout(() => void start(), REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
      setSync(null);
    };
  }, [store, loadTool, isWanted]);
  return sync;
}

/** After the first sight of the page. */
const REST_MS = 600;

const NOTHING: SyncView = {
  step: "quiet",
  savedAtMs: null,
  summary: null,
  hasBesideRival: false,
  wasOrphaned: false,
};

export function useSyncView(sync: DraftSync | null): SyncView {
  const subscribe = sync?.subscribe ?? subscribeToNothing;
  return useSyncExternalStore(subscribe, sync?.read ?? nothing, nothing);
}

function nothing(): SyncView {
  return NOTHING;
}

function subscribeToNothing(): () => void {
  return () => {};
}
