import type { RenderedPart } from "./parts/part.ts";
import type { SoundPart } from "./sound/sound-part.ts";

/** One file to be made. `file` is its name in the job's folder; its ending says the format. */
export type RenderPiece = ClipPiece | StillPiece | SoundPiece;

/** H.264 4:2:0 in an MP4, moov first, marked as the sandbox's; AAC where there is any sound. */
export type ClipPiece = {
  readonly make: "clip";
  readonly file: string;
  readonly parts: readonly RenderedPart[];
  /** Even pixels, as 4:2:0 wants them. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Whole frames per second. */
  readonly fps: number;
  /** The clip has exactly `round(durationSeconds * fps)` frames. */
  readonly durationSeconds: number;
  /** Heard together; no track at all when empty. */
  readonly sounds: readonly SoundPart[];
};

/** A picture: `.png` with transparency where nothing is drawn, `.jpg` without. */
export type StillPiece = {
  readonly make: "still";
  readonly file: string;
  readonly parts: readonly RenderedPart[];
  readonly widthPx: number;
  readonly heightPx: number;
  /** Which moment of its movement is shown, from 0 to 1. */
  readonly moment: number;
  /** Cut-outs and faces are pieces of somebody's own picture and stay unmarked. */
  readonly isMarked: boolean;
};

/** The same sound in each of these files; `.wav` is PCM of 16 bits, `.mp3` is MP3. */
export type SoundPiece = {
  readonly make: "sound";
  readonly files: readonly string[];
  readonly durationSeconds: number;
  readonly sounds: readonly SoundPart[];
};

const MIN_SIDE_PX = 64;
const MAX_SIDE_PX = 4096;
const MAX_FPS = 60;
/** The longest sound that a pictured person speaks (off-26 §3.9). */
const MAX_DURATION_SECONDS = 300;

/** Number of frames in the clip. */
export function frameCountOf(clip: Pick<ClipPiece, "fps" | "durationSeconds">): number {
  return Math.round(clip.durationSeconds * clip.fps);
}

/** @throws RangeError for a piece that no encoder could carry out: the caller's bug, not a user's mistake */
export function assertRenderable(piece: RenderPiece): void {
  if (piece.make !== "sound") assertSides(piece, piece.make === "clip" ? 2 : 1);
  if (piece.make === "still") return;
  const { durationSeconds } = piece;
  if (!(durationSeconds > 0 && durationSeconds <= MAX_DURATION_SECONDS)) {
    throw new RangeError(`A duration of ${durationSeconds} s.`);
  }
  if (piece.make === "sound") return;
  const { fps } = piece;
  if (!Number.isInteger(fps) || fps < 1 || fps > MAX_FPS) throw new RangeError(`${fps} fps.`);
  if (frameCountOf(piece) < 1) throw new RangeError(`A duration of ${durationSeconds} s at ${fps} fps.`);
}

type Sides = { readonly widthPx: number; readonly heightPx: number };

function assertSides({ widthPx, heightPx }: Sides, multiple: number): void {
  for (const sidePx of [widthPx, heightPx]) {
    if (!Number.isInteger(sidePx / multiple) || sidePx < MIN_SIDE_PX || sidePx > MAX_SIDE_PX) {
      throw new RangeError(
        `A side of ${sidePx} px is not a multiple of ${multiple} from ${MIN_SIDE_PX} to ${MAX_SIDE_PX}.`,
      );
    }
  }
}
