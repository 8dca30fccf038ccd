"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import type { MotionReportView } from "#lib/contract/motion-report.ts";

const MotionOverlay = lazy(async () => ({ default: (await import("./motion-overlay.tsx")).MotionOverlay }));
const MotionVerdict = lazy(async () => ({ default: (await import("./motion-verdict.tsx")).MotionVerdict }));

/** Null as long as nothing was measured, and for tasks without a brush or a camera: those load none of this. */
type Report = { report: MotionReportView | null };

/** The paths of the regions, over the clip. */
export function LazyMotionOverlay({
  report,
  clip,
}: Report & Pick<ComponentProps<typeof MotionOverlay>, "clip">) {
  if (report?.outcome !== "measured" || report.regions.length === 0) return null;
  return (
    <Suspense>
      <MotionOverlay regions={report.regions} clip={clip} />
    </Suspense>
  );
}

/** What became of what was drawn, in words. */
export function LazyMotionVerdict({
  report,
  ...paths
}: Report & Omit<ComponentProps<typeof MotionVerdict>, "report">) {
  if (report === null) return null;
  return (
    <Suspense>
      <MotionVerdict report={report} {...paths} />
    </Suspense>
  );
}
