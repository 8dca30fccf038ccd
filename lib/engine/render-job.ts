import { assertRenderable as assertPieceRenderable, type ClipPiece } from "./render-piece.ts";

/** A clip by itself, of a scene or of a picture. Sizes in even pixels, as H.264 4:2:0 wants them. */
export type RenderJob = Omit<ClipPiece, "make" | "file" | "parts" | "sounds"> & {
  kind: "text2video" | "image2video";
  /** May be empty for image2video. Words in English and Chinese steer scene, camera and sound. */
  prompt: string;
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

/** @throws RangeError for a job that no encoder could carry out: the caller's bug, not a user's mistake */
export function assertRenderable(job: RenderJob): void {
  assertPieceRenderable(clipPieceOf(job));
}

/** @throws RangeError for image2video without a picture */
export function clipPieceOf(job: RenderJob): ClipPiece {
  const { widthPx, heightPx, fps, durationSeconds, prompt, seed = "", hasSound } = job;
  return {
    make: "clip",
    file: CLIP_FILE_NAME,
    parts: [partOf(job)],
    widthPx,
    heightPx,
    fps,
    durationSeconds,
    sounds: hasSound ? [{ sound: "ambience", prompt, seed }] : [],
  };
}

function partOf({ kind, prompt, seed = "", image, imageTail }: RenderJob): ClipPiece["parts"][number] {
  if (kind === "text2video") return { draw: "scene", prompt, seed };
  if (image === undefined) throw new RangeError("image2video needs an image.");
  const guide =
    imageTail === undefined
      ? ({ by: "words", prompt, seed } as const)
      : ({ by: "last frame", imageTail } as const);
  return { draw: "filmed picture", image, guide };
}
