"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { type ClipKind, isClipKind } from "#lib/kling/task-kinds.ts";
import { kindOfPath, pathOfKind, rememberTool } from "./tools.ts";

/**
 * Keeps the address and the draft on the same tool, without a round trip to the server: the draft moves the address
 * forward, and the browser's back button moves the draft.
 */
export function useToolAddress(kind: ClipKind, onKind: (kind: ClipKind) => void): void {
  const addressed = kindOfPath(usePathname());
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new address may change the tool
  useEffect(() => {
    if (addressed !== undefined && isClipKind(addressed) && addressed !== kind) onKind(addressed);
  }, [addressed]);
  useEffect(() => {
    const path = pathOfKind(kind);
    rememberTool(kind);
    if (window.location.pathname !== path) window.history.pushState(null, "", path);
  }, [kind]);
}
