"use client";

import { lazy, Suspense } from "react";
import type { Draft } from "#lib/kling/draft.ts";
import type { Create } from "./use-create.ts";

const DraftNotices = lazy(async () => ({ default: (await import("./draft-notices.tsx")).DraftNotices }));
const OrderNotice = lazy(async () => ({ default: (await import("./prompt/order-notice.tsx")).OrderNotice }));

/** Of a draft in the browser's keeping, whatever it is a draft of. */
type Kept = {
  readonly rival: unknown;
  readonly isKept: boolean;
  readonly store: Pick<Create["store"], "takeRival" | "dropRival">;
};

/** Where trouble with the draft is told. The place is always there, so that what appears in it is announced. */
export function DraftTrouble({ create: { rival, isKept, store } }: { create: Kept }) {
  return (
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {(rival !== null || !isKept) && (
        <Suspense>
          <DraftNotices
            hasRival={rival !== null}
            isKept={isKept}
            onTakeRival={store.takeRival}
            onDropRival={store.dropRival}
          />
        </Suspense>
      )}
    </div>
  );
}

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
