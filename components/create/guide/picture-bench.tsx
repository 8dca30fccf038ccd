"use client";

import { lazy, type ReactNode, Suspense } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { guideOf } from "#lib/kling/draft.ts";
import type { PictureSlot } from "../create-state.ts";
import { ShareAnimatic } from "../drafts/share-animatic.tsx";
import { FrameSlots } from "../stage/frame-slots.tsx";
import type { Create } from "../use-create.ts";
import { useOptions } from "../use-options.ts";
import { GuideSwitch } from "./guide-switch.tsx";
import { useWarmPreview } from "./use-warm-preview.ts";

const BrushBench = lazy(async () => ({ default: (await import("../brush/brush-bench.tsx")).BrushBench }));
const CameraBench = lazy(async () => ({ default: (await import("../camera/camera-bench.tsx")).CameraBench }));

type Props = { create: Create; onPick: (slot: PictureSlot) => void };

/** The person's picture, and what leads it: an end frame, the motion brush or the camera. */
export function PictureBench({ create, onPick }: Props) {
  const { state, intake, store, owner, desk, drawingEpoch } = create;
  const share = <ShareAnimatic desk={desk} />;
  const { draft, sizes } = state;
  const { dispatch } = store;
  const options = useOptions(draft);
  const guide = guideOf(draft);
  const frames = (takesEnd: boolean) => (
    <FrameSlots {...{ state, intake, onPick, takesEnd, dispatch, share }} />
  );
  const hasPicture = draft.image !== null && intake.works.image.step === "idle";
  useWarmPreview([draft.image, draft.image_tail]);
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="px-2 pt-2 sm:px-3 sm:pt-3">
        <GuideSwitch
          settings={draft}
          options={options}
          hideLabel
          onPatch={(patch) => dispatch({ type: "edit", patch })}
        />
      </div>
      <Suspense fallback={<Skeleton className="m-3 flex-1" />}>{content()}</Suspense>
    </div>
  );

  function content(): ReactNode {
    switch (guide) {
      case "frames":
        return frames(true);
      case "brush":
        if (!hasPicture || draft.image === null) return frames(false);
        return (
          <BrushBench
            key={drawingEpoch}
            owner={owner}
            reference={draft.image}
            size={sizes.image}
            seconds={Number(draft.duration)}
            share={share}
            onCamera={() => dispatch({ type: "edit", patch: { guide: "camera" } })}
          />
        );
      case "camera":
        return <CameraBench {...{ draft, dispatch, share }} place={hasPicture ? null : frames(false)} />;
    }
  }
}
