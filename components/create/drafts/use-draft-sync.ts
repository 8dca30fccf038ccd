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

/**
 * Keeps the draft on the server too. Loaded with the first touch, key or change, or when the page rests with a draft that
 * the server knows or waits for: whoever only looks at an empty form pays nothing. The browser's own copy waits for none of it.
 */
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
    let hasBegun = false;
    const begin = () => {
      if (hasBegun) return;
      hasBegun = true;
      void start();
    };
    const forget = store.subscribe(begin);
    for (const event of SIGNS) window.addEventListener(event, begin, { signal, passive: true });
    const timer = isAwaited(store) ? setTimeout(begin, REST_MS) : undefined;
    return () => {
      clearTimeout(timer);
      forget();
      controller.abort();
      setSync(null);
    };
  }, [store, loadTool, isWanted]);
  return sync;
}

/** Of somebody who is about to do something. */
const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin"] as const;

function isAwaited<State>(store: DraftStore<State, never>): boolean {
  const { version, isPending } = store.read().link;
  return version > 0 || isPending || new URL(window.location.href).searchParams.has("edit");
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
