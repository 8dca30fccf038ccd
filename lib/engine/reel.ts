import type { Canvas } from "@napi-rs/canvas";
import type { Sound } from "./encode/audio-track.ts";

/** Something that can be filmed: draws itself at any time onto its own canvas. */
export type Reel = {
  /** May be smaller than the clip; the encoder scales. */
  canvas: Canvas;
  drawAt(seconds: number): void;
  /** The sound that belongs to the pictures; asked for only when the job wants sound. */
  makeSound(): Sound;
};
