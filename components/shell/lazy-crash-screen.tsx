"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import type { CrashScreen } from "./crash-screen.tsx";

const Loaded = lazy(async () => ({ default: (await import("./crash-screen.tsx")).CrashScreen }));

/** Every page carries its error page along; what it shows is fetched when something has gone wrong. */
export function LazyCrashScreen(props: ComponentProps<typeof CrashScreen>) {
  return (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  );
}
