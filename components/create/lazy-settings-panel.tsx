"use client";

import { lazy, Suspense } from "react";
import type { Create } from "./use-create.ts";

const SettingsPanel = lazy(async () => ({ default: (await import("./settings-panel.tsx")).SettingsPanel }));

/** The settings, whose script a phone loads only when they are opened. */
export function LazySettingsPanel({ create }: { create: Create }) {
  return (
    <Suspense>
      <SettingsPanel create={create} />
    </Suspense>
  );
}
