"use client";

import { useEffect } from "react";

/** What the first steps on this screen lead to. */
const PARTS = [
  () => import("#lib/client/assets.ts"),
  () => import("./create-dialogs.tsx"),
  () => import("./picture/open-picture.ts"),
  () => import("./prompt/order-notice.tsx"),
  () => import("./read-old-settings.ts"),
  () => import("./settings-panel.tsx"),
  () => import("./stage/blocked-frame.tsx"),
  () => import("./stage/filled-frame.tsx"),
  () => import("./stage/sending-frame.tsx"),
  () => import("./stage/take-tiles.tsx"),
  () => import("./stage/take-view.tsx"),
  () => import("./stage/unreadable-frame.tsx"),
];

/**
 * Fetches the screen's other parts with the first touch or key: too late to slow the first sight down, and early
 * enough to be there when they are wanted, also when the network has gone by then.
 */
export function usePreload(): void {
  useEffect(() => {
    const controller = new AbortController();
    const load = () => {
      controller.abort();
      // What fails now is fetched again when it is needed, and told then.
      void Promise.allSettled(PARTS.map((part) => part()));
    };
    for (const event of ["pointerdown", "keydown"] as const) {
      window.addEventListener(event, load, { signal: controller.signal, passive: true });
    }
    return () => controller.abort();
  }, []);
}
