"use client";

import { Button } from "#components/ui/button.tsx";
import type { BlockedSlot, FrameSlotProps } from "./frame-slot-props.ts";

/** A place that the present settings leave no use for, and the nearest settings that do. */
export function BlockedFrame({ label, blocked }: Pick<FrameSlotProps, "label"> & { blocked: BlockedSlot }) {
  return (
    <div className="flex flex-col items-center gap-2 p-3 text-center text-sm text-muted">
      <p className="font-medium text-text">{label}</p>
      <p className="text-pretty">{blocked.reason}</p>
      {blocked.onFix && (
        <Button size="sm" onClick={blocked.onFix} className="h-auto max-w-full whitespace-normal! py-1.5">
          {blocked.fixLabel}
        </Button>
      )}
    </div>
  );
}
