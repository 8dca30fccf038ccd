"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";

const Slot = lazy(async () => ({
  default: (await import("#components/intake/slot/file-slot.tsx")).FileSlot,
}));

/** The place of a film or a sound, fetched with the first tool that has one. */
export function FileSlot(props: ComponentProps<typeof Slot>) {
  return (
    <Suspense fallback={<Skeleton className="min-h-36 flex-1 rounded-lg" />}>
      <Slot {...props} />
    </Suspense>
  );
}
