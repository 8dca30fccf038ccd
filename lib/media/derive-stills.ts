import { join } from "node:path";
import { runLimitedChild } from "./limited-child.ts";
import type { ChildLimits } from "./limited-child-command.ts";

export type Stills = {
  /** WebP, at most 640 px on the longer side. */
  readonly posterPath: string;
  /** MP4 without sound, at most 3 s and 480 px on the longer side, for hovering. */
  readonly previewPath: string;
};

/** What the child is told: absolute paths, and the size and length that our own probe found. */
export type DeriveStillsJob = Stills & {
  readonly videoPath: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly durationSeconds: number;
};

type DeriveStills = Omit<DeriveStillsJob, keyof Stills> & {
  /** An existing directory of the caller's. */
  readonly outDir: string;
  readonly signal?: AbortSignal;
};

const LIMITS: ChildLimits = {
  wallClockMs: 60_000,
  cpuSeconds: 60,
  memoryBytes: 1.5 * 1024 ** 3,
  fileBytes: 100 * 1024 ** 2,
};

/**
 * Decodes the beginning of a clip in a limited child and makes what the gallery shows of it.
 * @throws LimitedChildError: a clip that cannot be decoded here may still play elsewhere, so the caller decides
 */
export async function deriveStills({ outDir, signal, ...video }: DeriveStills): Promise<Stills> {
  const stills = { posterPath: join(outDir, "poster.webp"), previewPath: join(outDir, "preview.mp4") };
  const input: DeriveStillsJob = { ...video, ...stills };
  await runLimitedChild({ script: "lib/media/derive-stills-child.ts", input, limits: LIMITS, signal });
  return stills;
}
