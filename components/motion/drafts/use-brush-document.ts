"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { BrushDocument } from "#lib/motion/document.ts";
import { brushDraft } from "./brush-draft.ts";

/** What is drawn under this key, live after every step; null when nothing is, or nothing has been loaded yet. */
export function useBrushDocument(key: string): BrushDocument | null {
  const draft = brushDraft(key);
  useEffect(() => void draft.load(), [draft]);
  return useSyncExternalStore(draft.subscribe, draft.read, () => null);
}
