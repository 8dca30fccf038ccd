"use client";

import { lazy, Suspense, useState } from "react";
import { VideoPlayer } from "#components/ui/video-player/video-player.tsx";
import type { MotionReportView } from "#lib/contract/motion-report.ts";
import type { TaskOutput } from "#lib/contract/tasks.ts";

const MotionOverlay = lazy(async () => ({ default: (await import("./motion-overlay.tsx")).MotionOverlay }));
const MotionVerdict = lazy(async () => ({ default: (await import("./motion-verdict.tsx")).MotionVerdict }));

type Props = { video: TaskOutput; label: string; report: MotionReportView };

/** A clip with what was drawn for it laid over, and whether it did so below. Tasks without a brush or camera load none of this. */
export function GuidedClip({ video, label, report }: Props) {
  const [showsPaths, setShowsPaths] = useState(true);
  const overlay = showsPaths && report.outcome === "measured" && report.regions.length > 0 && (
    <Suspense>
      <MotionOverlay regions={report.regions} clip={video} />
    </Suspense>
  );
  return (
    <>
      <VideoPlayer clip={video} label={label} overlay={overlay} />
      <Suspense>
        <MotionVerdict report={report} showsPaths={showsPaths} onShowsPaths={setShowsPaths} />
      </Suspense>
    </>
  );
}
