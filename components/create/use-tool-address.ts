"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { CREATE_SLUGS } from "#lib/client/create-link.ts";
import type { ClipKind } from "#lib/kling/task-kinds.ts";
import { kindOfPath, LAST_TOOL_COOKIE, pathOfKind } from "./tools.ts";

const YEAR_SECONDS = 365 * 24 * 3600;

/**
 * Keeps the address and the draft on the same tool, without a round trip to the server: the draft moves the address
 * forward, and the browser's back button moves the draft.
 */
export function useToolAddress(kind: ClipKind, onKind: (kind: ClipKind) => void): void {
  const addressed = kindOfPath(usePathname());
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new address may change the tool
  useEffect(() => {
    if (addressed !== undefined && addressed !== kind) onKind(addressed);
  }, [addressed]);
  useEffect(() => {
    const path = pathOfKind(kind);
    // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing outside https and in older browsers
    document.cookie = `${LAST_TOOL_COOKIE}=${CREATE_SLUGS[kind]}; Path=/create; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
    if (window.location.pathname !== path) window.history.pushState(null, "", path);
  }, [kind]);
}
