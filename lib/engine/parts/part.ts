import type { SKRSContext2D } from "@napi-rs/canvas";
import type { CameraPose } from "#lib/motion/camera.ts";
import type { WirePoint } from "#lib/motion/path/wire.ts";
import type { Size } from "#lib/motion/point.ts";
import type { Sound } from "../encode/audio-track.ts";
import type { EffectFamily } from "../picture/effect-pose.ts";

/** A place in the frame, in shares of its width and height from its upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const WHOLE_FRAME: Box = { x: 0, y: 0, width: 1, height: 1 };

/** What a frame is put together of: parts are drawn one over the other. Paths are read in the child only. */
export type RenderedPart =
  | { readonly draw: "scene"; readonly prompt: string; readonly seed: string }
  /** A scene as it is at its first moment, and a camera that goes from rest to a pose. */
  | {
      readonly draw: "filmed scene";
      readonly prompt: string;
      readonly seed: string;
      readonly end: CameraPose;
    }
  | {
      readonly draw: "filmed picture";
      /** It begins with exactly this picture, or ends with it where `isLast`. */
      readonly image: string;
      readonly isLast?: boolean;
      readonly guide: Guide;
    }
  /** One after the other, each with its own time from 0 on; a cut between two. */
  | {
      readonly draw: "shots";
      readonly shots: readonly { readonly seconds: number; readonly part: RenderedPart }[];
    }
  | {
      readonly draw: "picture";
      readonly image: string;
      readonly at: Box;
      /** Goes gently up and down. */
      readonly floats?: boolean;
      /** How far to the right it has gone at the end, in shares of the frame's width. */
      readonly goesRight?: number;
      readonly view?: PictureTurn;
      /** An ellipse in the picture outside of which nothing is drawn. */
      readonly cutOut?: Box;
    }
  | { readonly draw: "surroundings"; readonly image: string; readonly at: Box }
  | { readonly draw: "video"; readonly video: string; readonly at: Box; readonly from?: Box }
  /** The still at this second, or the last one. */
  | {
      readonly draw: "video still";
      readonly video: string;
      readonly at: "last" | number;
      readonly from?: Box;
    }
  /** Goes on where the video ends, as its camera went. */
  | { readonly draw: "continued video"; readonly video: string }
  | { readonly draw: "confetti"; readonly seed: string }
  | { readonly draw: "title"; readonly text: string }
  | { readonly draw: "mouth"; readonly at: Box }
  | { readonly draw: "veil"; readonly at: Box };

/** What moves a picture. */
export type Guide =
  /** Words steer the camera. */
  | { readonly by: "words"; readonly prompt: string; readonly seed: string }
  | { readonly by: "camera"; readonly end: CameraPose }
  | { readonly by: "last frame"; readonly imageTail: string }
  /** As what fills the middle of this video moved, from its beginning to its end. */
  | { readonly by: "film"; readonly video: string }
  | { readonly by: "effect"; readonly family: EffectFamily }
  | {
      readonly by: "brush";
      readonly masks: readonly { readonly mask: string; readonly trajectory: readonly WirePoint[] }[];
      readonly stillMask: string | null;
      /** The picture's own size, upright: trajectories count its pixels. */
      readonly pictureSize: Size;
    };

/** A picture seen otherwise: mirrored, closer, turned by degrees. */
export type PictureTurn = { readonly isMirrored: boolean; readonly zoom: number; readonly degrees: number };

export type PartOf<Draw extends RenderedPart["draw"]> = Extract<RenderedPart, { draw: Draw }>;

/** What a part is told when it gets ready. */
export type Setup = {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly durationSeconds: number;
  /** What is heard meanwhile; null for silence. */
  readonly sound: Sound | null;
};

/** A part that is ready: draws itself as it is at this second. Called with rising times. */
export type Draw = (context: SKRSContext2D, seconds: number) => void | Promise<void>;

/** A box in pixels of the frame. */
export function pixelsOf(
  { x, y, width, height }: Box,
  { widthPx, heightPx }: Pick<Setup, "widthPx" | "heightPx">,
) {
  return { x: x * widthPx, y: y * heightPx, width: width * widthPx, height: height * heightPx };
}
