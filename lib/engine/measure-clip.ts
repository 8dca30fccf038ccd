import { type MeasuredMotion, measuredMotionSchema } from "#lib/contract/motion-report.ts";
import { runLimitedChild } from "#lib/media/limited-child.ts";
import type { ChildLimits } from "#lib/media/limited-child-command.ts";
import type { CameraControl } from "#lib/motion/camera.ts";
import type { Guide } from "./parts/part.ts";

/** What the child is told; paths are absolute. */
export type MeasureJob = {
  readonly videoPath: string;
  /** Masks are paths of picture files; null without any. */
  readonly brush: Extract<Guide, { by: "brush" }> | null;
  readonly camera: CameraControl | null;
};

/** Nobody waits for it: a busy machine may take its time, an endless file may not. */
const LIMITS: ChildLimits = {
  wallClockMs: 180_000,
  cpuSeconds: 90,
  memoryBytes: 1.5 * 1024 ** 3,
  fileBytes: 1024 ** 2,
};

/**
 * Decodes a clip in a limited child and compares its motion with what was drawn for it.
 * @throws LimitedChildError
 */
export async function measureClipFile(job: MeasureJob, signal: AbortSignal): Promise<MeasuredMotion> {
  const script = "lib/engine/measure-child.ts";
  return measuredMotionSchema.parse(await runLimitedChild({ script, input: job, limits: LIMITS, signal }));
}
