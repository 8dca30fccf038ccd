"use client";

import { lazy, Suspense } from "react";
import type { Tool } from "./use-tool.ts";

const ToolNotice = lazy(async () => ({ default: (await import("./tool-notice.tsx")).ToolNotice }));

/** Where it is told why there is no order. The place is always there, so that what appears in it is announced. */
export function ToolTrouble({ tool }: { tool: Tool }) {
  const { obstacle, ordering } = tool;
  const hasFailed = ordering.problem !== null && !ordering.isOnItsWay;
  return (
    // On a phone it stays above the order bar: what it is about may be a screen away.
    <div
      role="alert"
      className="empty:hidden max-lg:sticky max-lg:bottom-[calc(var(--tab-bar-height)+env(safe-area-inset-bottom)+4.5rem)] max-lg:z-10 max-lg:rounded-md max-lg:bg-surface max-lg:shadow-card lg:px-3 lg:pb-3"
    >
      {(obstacle !== null || hasFailed) && (
        <Suspense>
          <ToolNotice tool={tool} />
        </Suspense>
      )}
    </div>
  );
}
