"use client";

import { useQuery } from "@tanstack/react-query";
import type { DrawingOwner } from "#components/motion/drafts/brush-draft.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { type Draft, guideOf, toRequest } from "#lib/kling/draft.ts";
import type { Size } from "#lib/motion/point.ts";
import { paintedRequest } from "./brush/painted-request.ts";
import { RequestText } from "./request-text-view.tsx";

type Props = { draft: Draft; owner: DrawingOwner; size: Size | null };

/** The request that Generate would send, as text to read, copy and send from elsewhere. */
export function RequestView({ draft, owner, size }: Props) {
  const isPainted = guideOf(draft) === "brush";
  const painted = useQuery({
    queryKey: ["painted-request", owner, draft, size],
    queryFn: () => paintedRequest({ draft, owner, size }),
    enabled: isPainted,
    gcTime: 0, // the drawing is not part of the key
  });
  if (!isPainted) return <RequestText request={toRequest(draft)} note={null} />;
  if (painted.isPending) return <Skeleton className="h-64" />;
  const made = painted.data?.ok ? painted.data.request : null;
  return <RequestText request={made ?? toRequest(draft)} note={made ? "masksShortened" : "masksMissing"} />;
}
