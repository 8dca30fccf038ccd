"use client";

import { useEffect } from "react";

/** Registers the worker that shows a page of ours when the server cannot be reached. */
export function OfflinePage() {
  useEffect(() => {
    // Refused in private windows and by policy; the studio works without it.
    navigator.serviceWorker?.register("/sw.js").catch(() => {});
  }, []);
  return null;
}
