"use client";

import { lazy, Suspense } from "react";
import type { PictureSlot } from "./create-state.ts";
import { IdleStage } from "./stage/idle-stage.tsx";
import type { Create } from "./use-create.ts";

const FrameSlots = lazy(async () => ({ default: (await import("./stage/frame-slots.tsx")).FrameSlots }));

type Props = { create: Create; onPick: (slot: PictureSlot) => void };

/** What lies on the stage while no take is on it. A new kind of task brings its own. */
export function Workbench({ create, onPick }: Props) {
  const { state, intake, store, isPractice, runExample } = create;
  switch (state.draft.kind) {
    case "text2video":
      return <IdleStage runsAtOnce={isPractice} onExample={runExample} />;
    case "image2video":
      return (
        <Suspense>
          <FrameSlots {...{ state, intake, onPick }} dispatch={store.dispatch} />
        </Suspense>
      );
  }
}
