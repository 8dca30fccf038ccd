import { readFile } from "node:fs/promises";
import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import { decoding, openImage } from "#lib/media/open-image.ts";
import { drawFrame, paintScene } from "../draw/paint-scene.ts";
import { stageOf } from "../draw/pen.ts";
import { createSkiaSurface, surfaceOf } from "../draw/skia-surface.ts";
import type { Source } from "../production.ts";
import { composeScene } from "../scene/compose-scene.ts";
import { readFrame } from "../video/read-frame.ts";

type Size = { readonly widthPx: number; readonly heightPx: number };

/**
 * A source as one picture of its own shape; a scene, which has none, takes that of its place. A still picture is decoded no
 * larger than its place needs.
 * @throws ChildRefusal when a file cannot be used
 */
export async function readSource(source: Source, place: Size): Promise<Canvas> {
  switch (source.show) {
    case "scene":
      return drawScene(source, place);
    case "picture":
      return await readPicture(source.path, place);
    case "video":
      return await readFrame(source.path, source.fromSeconds);
    case "frame":
      return await readFrame(source.path, source.atSeconds);
  }
}

/** Every layer of a scene is as large as the picture: beyond this a scene is scaled up, and its soft shapes lose nothing. */
const MAX_SCENE_PIXELS = 2048 * 2048;
/** Late enough that what moves has come into the picture. */
const MOMENT = { seconds: 4, durationSeconds: 10 } as const;

function drawScene({ prompt, seed }: Extract<Source, { show: "scene" }>, place: Size): Canvas {
  const scale = Math.min(1, Math.sqrt(MAX_SCENE_PIXELS / (place.widthPx * place.heightPx)));
  const canvas = createCanvas(Math.ceil(place.widthPx * scale), Math.ceil(place.heightPx * scale));
  const painted = paintScene(composeScene(prompt, JSON.stringify([prompt, seed])), {
    stage: stageOf(canvas.width, canvas.height),
    durationSeconds: MOMENT.durationSeconds,
    createSurface: createSkiaSurface,
  });
  drawFrame(surfaceOf(canvas).pen, painted, MOMENT.seconds);
  return canvas;
}

async function readPicture(path: string, { widthPx, heightPx }: Size): Promise<Canvas> {
  const { image } = openImage(await readFile(path));
  const pixels = image
    .resize(widthPx, heightPx, { fit: "outside", withoutEnlargement: true })
    .ensureAlpha()
    .raw();
  const { data, info } = await decoding(pixels.toBuffer({ resolveWithObject: true }));
  const canvas = createCanvas(info.width, info.height);
  const shown = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  canvas.getContext("2d").putImageData(new ImageData(shown, info.width, info.height), 0, 0);
  return canvas;
}
