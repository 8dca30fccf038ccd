import type { Canvas } from "@napi-rs/canvas";
import { drawFrame, scenePreparer } from "#lib/motion/frame/prepare-scene.ts";
import type { Picture, ShotContent } from "#lib/motion/scene/motion-scene.ts";
import { createSkiaSurface, penOf, pictureOf } from "../draw/skia-surface.ts";
import type { Draw, Setup } from "./part.ts";

/** A shot of the animatic, drawn by the very code that plays it in the browser. */
export function prepareAnimatic(content: ShotContent, { widthPx, heightPx, durationSeconds }: Setup): Draw {
  const shots = [{ seconds: durationSeconds, caption: null, content }];
  const scene = scenePreparer(createSkiaSurface)({ frame: { widthPx, heightPx }, shots });
  return (context, seconds) => drawFrame(penOf(context), scene, seconds);
}

/** A decoded picture as the animatic takes it. */
export function animaticPicture(canvas: Canvas): Picture {
  return { source: pictureOf(canvas), widthPx: canvas.width, heightPx: canvas.height };
}
