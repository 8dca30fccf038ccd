"use client";

import { useEffect, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { peaksOf } from "#lib/client/media/media-thread.ts";

const COUNT = 160;

/** How loud a sound is over its length, as bars around a middle line; an even line where the browser cannot decode it. */
export function WaveForm({ file, className }: { file: Blob; className?: string }) {
  const [peaks, setPeaks] = useState<Float32Array | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    peaksOf(file, COUNT, signal).then(
      (found) => !signal.aborted && setPeaks(found),
      () => undefined, // an ornament
    );
    return () => controller.abort();
  }, [file]);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${COUNT} 100`}
      preserveAspectRatio="none"
      className={classNames("size-full text-accent-text", className)}
    >
      <path d={pathOf(peaks)} stroke="currentColor" strokeWidth="0.6" fill="none" />
    </svg>
  );
}

/** Silence is a hair line. */
const LEAST_HALF = 1;

function pathOf(peaks: Float32Array | null): string {
  const bars = Array.from({ length: COUNT }, (_, index) => {
    const half = Math.max(LEAST_HALF, (peaks?.[index] ?? 0) * 46);
    return `M${index + 0.5} ${(50 - half).toFixed(1)}v${(half * 2).toFixed(1)}`;
  });
  return bars.join("");
}
