"use client";

import { lazy, Suspense } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { BrushCanvasProps } from "./brush-canvas-props.ts";

const BrushCanvas = lazy(async () => ({ default: (await import("./brush-canvas.tsx")).BrushCanvas }));

/** The canvas with all its tools, fetched when it is first shown: no other page pays for it. */
export function LazyBrushCanvas(props: BrushCanvasProps) {
  const { owner, picture } = props;
  return (
    <Suspense fallback={<Skeleton className="m-4 flex-1" />}>
      <BrushCanvas key={[owner.teamId, owner.userId, owner.draftId, picture.id].join("/")} {...props} />
    </Suspense>
  );
}
