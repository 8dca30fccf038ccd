"use client";

import { lazy, Suspense } from "react";
import { guideOf } from "#lib/kling/draft.ts";
import type { PictureSlot } from "./create-state.ts";
import { IdleStage } from "./stage/idle-stage.tsx";
import type { Create } from "./use-create.ts";

const PictureBench = lazy(async () => ({
  default: (await import("./guide/picture-bench.tsx")).PictureBench,
}));
const ShareAnimatic = lazy(async () => ({
  default: (await import("./drafts/share-animatic.tsx")).ShareAnimatic,
}));
const CameraBench = lazy(async () => ({ default: (await import("./camera/camera-bench.tsx")).CameraBench }));

type Props = { create: Create; onPick: (slot: PictureSlot) => void };

/** What lies on the stage while no take is on it. A new kind of task brings its own. */
export function Workbench({ create, onPick }: Props) {
  const { state, store, desk, isPractice, runExample } = create;
  const { draft } = state;
  switch (draft.kind) {
    case "text2video":
      if (guideOf(draft) === "camera") {
        return (
          <Suspense>
            <CameraBench
              draft={draft}
              dispatch={store.dispatch}
              place={null}
              share={<ShareAnimatic desk={desk} />}
            />
          </Suspense>
        );
      }
      return <IdleStage runsAtOnce={isPractice} onExample={runExample} />;
    case "image2video":
      return (
        <Suspense>
          <PictureBench {...{ create, onPick }} />
        </Suspense>
      );
  }
}
