import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { MotionReportView } from "#lib/contract/motion-report.ts";
import { type MeasureJob, measureClipFile } from "#lib/engine/measure-clip.ts";
import { log } from "#lib/log.ts";
import { LimitedChildError } from "#lib/media/limited-child-error.ts";
import type { BlobStore } from "#lib/storage/blob-store.ts";
import { type GuidedClip, guidedClipOf, keepMotionReport } from "#lib/tasks/motion-report.ts";
import type { WorkerDeps } from "./step-context.ts";

/** Masks are small, clips may be large. In bytes. */
const ROOM_BYTES = 256 * 1024 * 1024;

/**
 * Did it do what was drawn? Looks at a finished clip and keeps what was measured. Nothing waits for it, and the task is over
 * whatever becomes of it. Safe to run twice: the first report stays.
 * @throws what the queue shall try again: an outage, or a worker that ends
 */
export async function measureMotion(
  taskId: string,
  { blobs, stopping, stoppingNow }: WorkerDeps,
): Promise<void> {
  const clip = await guidedClipOf(taskId);
  if (clip === null) return;
  const signal = AbortSignal.any([stopping, stoppingNow]);
  signal.throwIfAborted();
  const report = await reportOn(clip, { blobs, signal });
  await keepMotionReport(clip, report);
}

type Measuring = { readonly blobs: BlobStore; readonly signal: AbortSignal };

async function reportOn(clip: GuidedClip, { blobs, signal }: Measuring): Promise<MotionReportView> {
  await blobs.requireRoom(ROOM_BYTES);
  const workDir = await blobs.workDir();
  try {
    const job = await bringFiles(clip, { blobs, workDir });
    return { outcome: "measured", ...(await measureClipFile(job, signal)) };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    log.warn(
      { err: error, taskId: clip.taskId, failure: error.kind },
      "the motion of a clip could not be measured",
    );
    return { outcome: "unreadable" };
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

/** A slow machine and a worker that ends say nothing about the file; everything else would come to the same again. */
function isUnreadable(error: unknown): error is LimitedChildError {
  return error instanceof LimitedChildError && error.kind !== "timeout" && error.kind !== "aborted";
}

type Bringing = { readonly blobs: BlobStore; readonly workDir: string };

async function bringFiles({ videoKey, brush, camera }: GuidedClip, bringing: Bringing): Promise<MeasureJob> {
  const bring = bringer(bringing);
  const videoPath = await bring(videoKey);
  if (brush === null) return { videoPath, brush, camera };
  const masks = [];
  for (const { maskKey, trajectory } of brush.masks) masks.push({ mask: await bring(maskKey), trajectory });
  const stillMask = brush.stillKey === null ? null : await bring(brush.stillKey);
  return { videoPath, brush: { by: "brush", masks, stillMask, pictureSize: brush.pictureSize }, camera };
}

function bringer({ blobs, workDir }: Bringing): (key: string) => Promise<string> {
  let count = 0;
  return async (key) => {
    count += 1;
    const path = join(workDir, String(count));
    // Node types its web streams apart from the platform's; they are the same objects.
    const source = Readable.fromWeb(blobs.open(key) as Parameters<typeof Readable.fromWeb>[0]);
    await pipeline(source, createWriteStream(path));
    return path;
  };
}
