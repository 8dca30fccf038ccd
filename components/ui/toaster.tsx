"use client";

import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { isToastWaiting, subscribeToToasts } from "./show-toast.ts";

const load = () => import("./toast-region.tsx");

const ToastRegion = lazy(async () => ({ default: (await load()).ToastRegion }));

/** Once in the page. The region is fetched while the page is idle, so that "you are offline" can be said offline. */
export function Toaster() {
  const wanted = useSyncExternalStore(subscribeToToasts, isToastWaiting, () => false);
  const [mounted, setMounted] = useState(false);
  if (wanted && !mounted) setMounted(true);
  useEffect(whenIdle, []);
  if (!mounted) return null;
  return (
    <Suspense>
      <ToastRegion />
    </Suspense>
  );
}

const IDLE_AFTER_MS = 4000;

function whenIdle(): () => void {
  const timer = setTimeout(load, IDLE_AFTER_MS);
  return () => clearTimeout(timer);
}
