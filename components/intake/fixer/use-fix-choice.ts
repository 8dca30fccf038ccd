"use client";

import { useState } from "react";
import { firstRange, type TrimRange } from "#lib/client/media/trim-range.ts";
import { largestRatio } from "#lib/kling/media-fixes/fit-size.ts";
import { type FixPlan, planFixes } from "#lib/kling/media-fixes/plan-fixes.ts";
import type { MediaLimits } from "#lib/kling/media-limits.ts";
import type { OpenedFile } from "../opened-file.ts";
import { allowedRatio, type Crop, centredCrop } from "../picture/crop-geometry.ts";

/** What is kept of a file, as far as a person has a choice, and what the file will be then. */
export function useFixChoice({ facts, writes }: OpenedFile, limits: MediaLimits) {
  const verdict = planFixes(facts, limits, { writes });
  const first = !verdict.fits && "plan" in verdict ? verdict.plan : null;
  const { widthPx, heightPx } = facts;
  const size = widthPx !== null && heightPx !== null && first?.size ? { widthPx, heightPx } : null;
  const maxRatio = largestRatio(limits);
  const bounds = first?.trim ? { ...first.trim, durationSeconds: facts.durationSeconds ?? 0 } : null;
  const [crop, setCrop] = useState<Crop | null>(
    () => size && centredCrop(size, allowedRatio(size, maxRatio)),
  );
  const [range, setRange] = useState<TrimRange | null>(() => bounds && firstRange(bounds));
  const chosen = {
    ...(crop && { size: { widthPx: crop.widthPx, heightPx: crop.heightPx } }),
    ...(range && { seconds: range.end - range.start }),
  };
  const now = planFixes(facts, limits, { writes, chosen });
  const plan: FixPlan | null = !now.fits && "plan" in now ? now.plan : null;
  return {
    problems: verdict.fits ? [] : verdict.problems,
    /** Before anything was chosen: what has to be done to it at least. */
    first,
    plan,
    size,
    maxRatio,
    bounds,
    crop,
    setCrop: (change: (crop: Crop) => Crop) => setCrop((it) => it && change(it)),
    range,
    setRange: (change: (range: TrimRange) => TrimRange) => setRange((it) => it && change(it)),
  };
}
