import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileSha256 } from "#lib/media/file-sha256.ts";
import { CLIP_FILE_NAME, clipPieceOf, type RenderedClip, type RenderJob } from "./render-job.ts";
import { frameCountOf } from "./render-piece.ts";
import { type RenderOptions, renderPieces } from "./render-pieces.ts";

/**
 * Renders a clip in a process of its own; see `RenderJob` for what it promises.
 * @throws EngineError when the child crashed, ran out of time or memory, was aborted, or refused a picture
 * @throws RangeError for a job that cannot be encoded
 */
export async function renderClip(job: RenderJob, options: RenderOptions = {}): Promise<RenderedClip> {
  await renderPieces({ pieces: [clipPieceOf(job)], outDir: job.outDir }, options);
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
