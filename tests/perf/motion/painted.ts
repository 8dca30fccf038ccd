import { writeFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { drawFrame, paintScene } from "#lib/engine/draw/paint-scene.ts";
import { createSkiaSurface, surfaceOf } from "#lib/engine/draw/skia-surface.ts";
import { stageOf } from "#lib/engine/draw/stage.ts";
import { sceneOf } from "#lib/engine/scene/scene-of.ts";

type Size = { readonly widthPx: number; readonly heightPx: number };

/** A picture with as much in it as a practice clip has, as a PNG. */
export async function paintedPicture(path: string, size: Size, prompt: string): Promise<void> {
  const { widthPx, heightPx } = size;
  const canvas = createCanvas(widthPx, heightPx);
  const scene = paintScene(sceneOf({ prompt, seed: "" }, size), {
    stage: stageOf(widthPx, heightPx),
    durationSeconds: 1,
    createSurface: createSkiaSurface,
  });
  drawFrame(surfaceOf(canvas).pen, scene, 0);
  await writeFile(path, canvas.toBuffer("image/png"));
}

/** A mask of one white disc. */
export async function paintedMask(
  path: string,
  { widthPx, heightPx }: Size,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): Promise<void> {
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext("2d");
  context.fillStyle = "#000000";
  context.fillRect(0, 0, widthPx, heightPx);
  context.fillStyle = "#ffffff";
  context.beginPath();
  context.arc(x, heightPx - y, radius, 0, 2 * Math.PI);
  context.fill();
  await writeFile(path, canvas.toBuffer("image/png"));
}
