"use client";

import { lazy, Suspense } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { SharedDraftProps } from "./shared-draft.tsx";

const SharedDraft = lazy(async () => ({ default: (await import("./shared-draft.tsx")).SharedDraft }));

/** What a link to a draft shows; nobody who creates pays for it. */
export function LazySharedDraft(props: SharedDraftProps) {
  return (
    <Suspense fallback={<Skeleton className="m-4 min-h-96 flex-1" />}>
      <SharedDraft {...props} />
    </Suspense>
  );
}
