"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const Picker = lazy(async () => ({ default: (await import("./result-picker.tsx")).ResultPicker }));

/** The team's finished tasks to choose from, fetched when somebody looks for one. */
export function ResultPicker(props: ComponentProps<typeof Picker>) {
  return (
    <Suspense>
      <Picker {...props} />
    </Suspense>
  );
}
