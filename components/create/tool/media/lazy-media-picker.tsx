"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const Picker = lazy(async () => ({ default: (await import("./media-picker.tsx")).MediaPicker }));

/** The team's files to choose from, fetched when somebody looks for one. */
export function MediaPicker(props: ComponentProps<typeof Picker>) {
  return (
    <Suspense>
      <Picker {...props} />
    </Suspense>
  );
}
