import type { CameraPose } from "../camera.ts";
import type { CameraWay } from "../camera-way.ts";
import type { Path } from "../document.ts";
import type { LabelBuffer, Region } from "../labels.ts";
import type { Size } from "../point.ts";

/**
 * What an animatic shows: shots, one after the other, each cut to the next. The browser plays it while somebody edits, and
 * the sandbox films the very same thing. It is plain data about geometry; nothing in it is guessed by a model.
 */
export type MotionScene = {
  /** Pixels of the frame that is drawn: the aspect of the clip, at whatever size is needed. */
  readonly frame: Size;
  /** At least one. */
  readonly shots: readonly Shot[];
};

export type Shot = {
  readonly seconds: number;
  /** Written over the shot; null for none. */
  readonly caption: string | null;
  readonly content: ShotContent;
};

/** Pictures cover the frame: what is too wide or too high is cut off evenly on both sides. */
export type ShotContent =
  | { readonly content: "still"; readonly picture: Picture }
  /** The camera goes from rest to a pose: `endOf(camera_control)`. */
  | { readonly content: "camera"; readonly picture: Picture; readonly end: CameraPose }
  /** The camera goes a way of its own, such as another film's. */
  | { readonly content: "camera way"; readonly picture: Picture; readonly way: CameraWay }
  | {
      readonly content: "regions";
      readonly picture: Picture;
      /** Who moves and who stays, at the picture's resolution or another one of its shape. */
      readonly labels: LabelBuffer;
      /** In pixels of `labels`. A region without a path of two points stays where it is. */
      readonly paths: Readonly<Partial<Record<Region, Path>>>;
    }
  | { readonly content: "frames"; readonly first: Picture; readonly last: Picture };

/**
 * Decoded pixels that never change: what is made from them is kept for as long as the same object comes again. Anything that
 * a canvas can draw; whoever made it releases it.
 */
export type Picture = Size & { readonly source: CanvasImageSource };

/** Length of all shots together. */
export function durationOf({ shots }: MotionScene): number {
  return shots.reduce((sum, { seconds }) => sum + seconds, 0);
}
