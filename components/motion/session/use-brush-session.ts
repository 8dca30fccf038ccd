"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { emptyDocument } from "#lib/motion/document.ts";
import type { BrushPicture } from "../brush-canvas-props.ts";
import { brushDraft, brushKey, type DrawingOwner } from "../drafts/brush-draft.ts";
import { type BrushSession, createBrushSession } from "./brush-session.ts";
import type { BrushView } from "./brush-view.ts";
import type { Saying } from "./saying.ts";

/** The session on this picture, once the browser has looked for what was drawn before; null until then. */
export function useBrushSession(owner: DrawingOwner, { id, size }: BrushPicture): BrushSession | null {
  const [session, setSession] = useState<BrushSession | null>(null);
  const key = brushKey(owner, id);
  const { widthPx, heightPx } = size;
  const draft = brushDraft(key);
  const epoch = useSyncExternalStore(draft.subscribe, draft.epoch, draft.epoch);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another epoch is another drawing, of another tab or device
  useEffect(() => {
    const controller = new AbortController();
    void draft.load().then((found) => {
      if (controller.signal.aborted) return;
      const fits = found?.size.widthPx === widthPx && found.size.heightPx === heightPx;
      setSession(createBrushSession(fits ? found : emptyDocument({ widthPx, heightPx }), draft));
    });
    return () => controller.abort();
  }, [draft, epoch, widthPx, heightPx]);
  return session;
}

export function useBrushView(session: BrushSession): BrushView {
  return useSyncExternalStore(session.subscribe, session.view, session.view);
}

export function useSaying(session: BrushSession): Saying | null {
  return useSyncExternalStore(session.subscribe, session.saying, session.saying);
}

export function useZoomPercent(session: BrushSession): number {
  return useSyncExternalStore(session.subscribe, session.zoomPercent, session.zoomPercent);
}

/** Whether the browser keeps what is drawn. */
export function useIsKept(owner: DrawingOwner, { id }: BrushPicture): boolean {
  const draft = brushDraft(brushKey(owner, id));
  return useSyncExternalStore(draft.subscribe, draft.isKept, () => true);
}
