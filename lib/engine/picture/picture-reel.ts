import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { canvasSizeFor } from "../canvas-size.ts";
import { drawMark } from "../draw/mark.ts";
import { stageOf } from "../draw/pen.ts";
import { surfaceOf } from "../draw/skia-surface.ts";
import type { Reel } from "../reel.ts";
import type { RenderJob } from "../render-job.ts";
import { composeScene } from "../scene/compose-scene.ts";
import { easeInOut } from "../scene/easing.ts";
import { makeAmbience } from "../sound/ambience.ts";
import { decodePicture } from "./decode-picture.ts";
import { drawFilmed } from "./draw-filmed.ts";
import { LARGEST_ZOOM, pictureMove, pictureView } from "./picture-move.ts";

/** Films a given picture: a slow camera move over it, or a passage from it to a second one. */
export async function pictureReel(job: RenderJob): Promise<Reel> {
  const { widthPx, heightPx } = canvasSizeFor(job);
  const decodeSize = {
    widthPx: Math.ceil(widthPx * LARGEST_ZOOM),
    heightPx: Math.ceil(heightPx * LARGEST_ZOOM),
  };
  const first = await decodePicture(requiredImage(job), decodeSize);
  const last = job.imageTail === undefined ? null : await decodePicture(job.imageTail, decodeSize);
  const scene = composeScene(job.prompt, JSON.stringify([job.prompt, job.seed ?? ""]));
  const canvas = createCanvas(widthPx, heightPx);
  const film = {
    canvas,
    first,
    last,
    move: pictureMove(scene.camera, last !== null),
    seconds: job.durationSeconds,
  };
  return {
    canvas,
    drawAt: (seconds) => drawPicture(film, seconds),
    makeSound: () => makeAmbience(scene, job.durationSeconds),
  };
}

function requiredImage(job: RenderJob): string {
  if (job.image === undefined) throw new RangeError("image2video needs an image.");
  return job.image;
}

type Film = {
  canvas: Canvas;
  first: Canvas;
  last: Canvas | null;
  move: ReturnType<typeof pictureMove>;
  seconds: number;
};

/** The passage takes the middle of the clip; both pictures move alike meanwhile, so that one seems to become the other. */
const PASSAGE = { from: 0.22, to: 0.8 } as const;

function drawPicture({ canvas, first, last, move, seconds: duration }: Film, seconds: number): void {
  const fraction = Math.min(1, seconds / duration);
  const context = canvas.getContext("2d");
  const passed = last === null ? 0 : easeInOut((fraction - PASSAGE.from) / (PASSAGE.to - PASSAGE.from));
  if (passed < 1) drawFilmed(context, { picture: first, view: pictureView(move, fraction), opacity: 1 });
  if (last !== null && passed > 0) {
    drawFilmed(context, { picture: last, view: pictureView(move, fraction), opacity: passed });
  }
  drawMark(surfaceOf(canvas).pen, stageOf(canvas.width, canvas.height));
}
