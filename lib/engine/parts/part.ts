import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Sound } from "../encode/audio-track.ts";

/** A place in the frame, in shares of its width and height from its upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const WHOLE_FRAME: Box = { x: 0, y: 0, width: 1, height: 1 };

/** What a frame is put together of: parts are drawn one over the other. Paths are read in the child only. */
export type RenderedPart =
  | { readonly draw: "scene"; readonly prompt: string; readonly seed: string }
  | {
      readonly draw: "filmed picture";
      readonly image: string;
      readonly imageTail?: string | undefined;
      /** Its words steer the camera. */
      readonly prompt: string;
      readonly seed: string;
    }
  | {
      readonly draw: "picture";
      readonly image: string;
      readonly at: Box;
      /** Goes gently up and down. */
      readonly floats?: boolean;
      readonly view?: PictureTurn;
      /** An ellipse in the picture outside of which nothing is drawn. */
      readonly cutOut?: Box;
    }
  | { readonly draw: "surroundings"; readonly image: string; readonly at: Box }
  | { readonly draw: "video"; readonly video: string; readonly at: Box; readonly from?: Box }
  /** The still at this second, or the last one; the camera comes closer to it where asked. */
  | {
      readonly draw: "video still";
      readonly video: string;
      readonly at: "last" | number;
      readonly from?: Box;
      readonly comesCloser: boolean;
    }
  | { readonly draw: "title"; readonly text: string }
  | { readonly draw: "mouth"; readonly at: Box }
  | { readonly draw: "veil"; readonly at: Box };

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
