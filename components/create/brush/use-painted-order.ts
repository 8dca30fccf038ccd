"use client";

import { useState } from "react";
import type { DrawingOwner } from "#components/motion/drafts/brush-draft.ts";
import type { Draft } from "#lib/kling/draft.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import type { Size } from "#lib/motion/point.ts";
import type { Obstacle } from "../obstacle.ts";

type Painted = { readonly draft: Draft; readonly size: Size | null };
type Answer = {
  readonly onReady: (request: ClipRequest) => void;
  readonly onObstacle: (obstacle: Obstacle) => void;
};

/** Makes the masks of an order. What that needs is loaded with the first one. */
export function usePaintedOrder(owner: DrawingOwner) {
  const [isBeingPrepared, setBeingPrepared] = useState(false);

  async function make(painted: Painted, { onReady, onObstacle }: Answer): Promise<void> {
    const { paintedRequest } = await import("./painted-request.ts");
    const made = await paintedRequest({ ...painted, owner });
    if (made.ok) return onReady(made.request);
    const { key, document, refusal } = made;
    onObstacle({ kind: "brush", path: "dynamic_masks", key, document, refusal });
  }

  return {
    isBeingPrepared,
    prepare(painted: Painted, answer: Answer): void {
      setBeingPrepared(true);
      make(painted, answer)
        // No memory for it, or no network for the code: neither is told apart for us.
        .catch(() => answer.onObstacle({ kind: "brush_failed", path: "dynamic_masks" }))
        .finally(() => setBeingPrepared(false));
    },
  };
}
