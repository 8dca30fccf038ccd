"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { haveUploadsBegun, subscribeToUploadsBegin } from "#lib/client/uploads/upload-sign.ts";

const UploadTray = lazy(async () => ({ default: (await import("./upload-tray.tsx")).UploadTray }));

/** The list of uploads, fetched with the first file that is sent. */
export function LazyUploadTray() {
  const isWanted = useSyncExternalStore(subscribeToUploadsBegin, haveUploadsBegun, () => false);
  if (!isWanted) return null;
  return (
    <Suspense>
      <UploadTray />
    </Suspense>
  );
}
