import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileSha256 } from "#lib/media/file-sha256.ts";
import { runLimitedChild } from "#lib/media/limited-child.ts";
import type { ChildLimits } from "#lib/media/limited-child-command.ts";
import { LimitedChildError } from "#lib/media/limited-child-error.ts";
import { EngineError } from "./engine-error.ts";
import {
  assertRenderable,
  CLIP_FILE_NAME,
  frameCountOf,
  type RenderedClip,
  type RenderJob,
} from "./render-job.ts";

type RenderOptions = {
  signal?: AbortSignal;
  /** 0 to 1, rising. */
  onProgress?: (fraction: number) => void;
  /** For tests of the limits themselves. */
  limits?: Partial<ChildLimits>;
};

const CHILD_SCRIPT = "lib/engine/render-child.ts";

/**
 * Renders a clip in a process of its own; see `RenderJob` for what it promises.
 * @throws EngineError when the child crashed, ran out of time or memory, was aborted, or refused a picture
 * @throws RangeError for a job that cannot be encoded
 */
export async function renderClip(job: RenderJob, options: RenderOptions = {}): Promise<RenderedClip> {
  assertRenderable(job);
  await runInChild(job, options);
  const videoPath = join(job.outDir, CLIP_FILE_NAME);
  return {
    videoPath,
    widthPx: job.widthPx,
    heightPx: job.heightPx,
    fps: job.fps,
    durationSeconds: frameCountOf(job) / job.fps,
    bytes: (await stat(videoPath)).size,
    sha256: await fileSha256(videoPath),
  };
}

async function runInChild(job: RenderJob, { signal, onProgress, limits }: RenderOptions): Promise<void> {
  try {
    const script = CHILD_SCRIPT;
    await runLimitedChild({
      script,
      input: job,
      limits: { ...limitsFor(job), ...limits },
      signal,
      onProgress,
    });
  } catch (error) {
    if (!(error instanceof LimitedChildError)) throw error;
    const kind = error.kind === "refused" ? "input" : error.kind;
    throw new EngineError(kind, error.message, { cause: error });
  }
}

const GIB = 1024 ** 3;
const SLOWEST_PIXELS_PER_MS = 2_000;
const STARTUP_MS = 30_000;

/** Generous: a busy host may be ten times slower than a quiet one; a loop that never ends is what must be caught. */
function limitsFor(job: RenderJob): ChildLimits {
  const pixels = job.widthPx * job.heightPx * frameCountOf(job);
  const wallClockMs = STARTUP_MS + pixels / SLOWEST_PIXELS_PER_MS;
  return {
    wallClockMs,
    cpuSeconds: Math.ceil((wallClockMs / 1000) * 2),
    memoryBytes: 3 * GIB,
    fileBytes: GIB / 2,
  };
}
