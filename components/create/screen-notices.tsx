"use client";

import { lazy, Suspense } from "react";
import type { Draft } from "#lib/kling/draft.ts";
import type { Create } from "./use-create.ts";

const OrderNotice = lazy(async () => ({ default: (await import("./prompt/order-notice.tsx")).OrderNotice }));

/** Where it is told why there is no order. */
export function OrderTrouble({ create: { obstacle, ordering, store } }: { create: Create }) {
  const hasFailed = ordering.problem !== null && !ordering.isOnItsWay;
  const onPatch = (patch: Partial<Draft>) => store.dispatch({ type: "edit", patch });
  return (
    // On a phone it stays above the order bar: what it is about may be a screen away.
    <div
      role="alert"
      className="empty:hidden max-lg:sticky max-lg:bottom-[calc(var(--tab-bar-height)+env(safe-area-inset-bottom)+4.5rem)] max-lg:z-10 max-lg:rounded-md max-lg:bg-surface max-lg:shadow-card lg:px-3 lg:pb-3"
    >
      {(obstacle !== null || hasFailed) && (
        <Suspense>
          <OrderNotice {...{ obstacle, ordering, onPatch }} />
        </Suspense>
      )}
    </div>
  );
}
