/** What the sandbox is asked to film. Sizes in even pixels, as H.264 4:2:0 wants them. */
export type RenderJob = {
  kind: "text2video" | "image2video";
  /** May be empty for image2video. Words in English and Chinese steer scene, camera and sound. */
  prompt: string;
  widthPx: number;
  heightPx: number;
  /** Whole frames per second. */
  fps: number;
  /** The clip has exactly `round(durationSeconds * fps)` frames. */
  durationSeconds: number;
  hasSound: boolean;
  /** Path of the first frame, JPEG or PNG. Read and decoded in the child only. */
  image?: string | undefined;
  /** Path of the last frame, JPEG or PNG. */
  imageTail?: string | undefined;
  /** Tells the takes of one request apart. The same job with the same seed gives the same bytes. */
  seed?: string | undefined;
  /** An existing directory of the caller's; the files stay the caller's to move or remove. */
  outDir: string;
};

export type RenderedClip = {
  /** H.264 4:2:0 MP4, moov first; AAC when `hasSound`, no audio track otherwise. */
  videoPath: string;
  widthPx: number;
  heightPx: number;
  fps: number;
  durationSeconds: number;
  bytes: number;
  /** Lowercase hex, of the video file as found on disk. */
  sha256: string;
};

/** The clip's name in `outDir`. */
export const CLIP_FILE_NAME = "video.mp4";

const MIN_SIDE_PX = 64;
const MAX_SIDE_PX = 4096;
const MAX_FPS = 60;
const MAX_DURATION_SECONDS = 60;

/** Number of frames in the clip. */
export function frameCountOf(job: Pick<RenderJob, "fps" | "durationSeconds">): number {
  return Math.round(job.durationSeconds * job.fps);
}

/** @throws RangeError for a job that no encoder could carry out: the caller's bug, not a user's mistake */
export function assertRenderable(job: RenderJob): void {
  for (const sidePx of [job.widthPx, job.heightPx]) {
    if (!Number.isInteger(sidePx / 2) || sidePx < MIN_SIDE_PX || sidePx > MAX_SIDE_PX) {
      throw new RangeError(
        `A side of ${sidePx} px is not an even number from ${MIN_SIDE_PX} to ${MAX_SIDE_PX}.`,
      );
    }
  }
  if (!Number.isInteger(job.fps) || job.fps < 1 || job.fps > MAX_FPS) throw new RangeError(`${job.fps} fps.`);
  if (!(job.durationSeconds > 0 && job.durationSeconds <= MAX_DURATION_SECONDS) || frameCountOf(job) < 1) {
    throw new RangeError(`A duration of ${job.durationSeconds} s.`);
  }
  if (job.kind === "image2video" && job.image === undefined)
    throw new RangeError("image2video needs an image.");
}
