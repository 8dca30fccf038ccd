"use client";

import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { isToastWaiting, subscribeToToasts } from "./show-toast.ts";

const load = () => import("./toast-region.tsx");

const ToastRegion = lazy(async () => ({ default: (await load()).ToastRegion }));

/** Once in the page. The region is fetched before it is needed, so that "you are offline" can be said offline. */
export function Toaster() {
  const wanted = useSyncExternalStore(subscribeToToasts, isToastWaiting, () => false);
  const [mounted, setMounted] = useState(false);
  if (wanted && !mounted) setMounted(true);
  useEffect(loadOnFirstUse, []);
  if (!mounted) return null;
  return (
    <Suspense>
      <ToastRegion />
    </Suspense>
  );
}

/** The first touch or key: from here on something may go wrong, also the network. */
function loadOnFirstUse(): () => void {
  const aborter = new AbortController();
  const loadOnce = () => {
    aborter.abort();
    void load();
  };
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, loadOnce, { signal: aborter.signal });
  return () => aborter.abort();
}
