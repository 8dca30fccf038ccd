import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import type { ShotContent } from "../scene/motion-scene.ts";
import { drawFrame, scenePreparer } from "./prepare-scene.ts";
import { axis, camera, FRAME, frames, regions, sceneOf } from "./scenes.fixture.ts";
import { createSkiaSurface, pixelsOf } from "./skia.fixture.ts";

/** Of 255, over all pixels and colours: what another build of Skia may draw otherwise, and nobody sees. */
const MEAN_DIFFERENCE = 1.5;

const FOLDER = join(import.meta.dirname, "golden");

test.each<[string, ShotContent, number]>([
  ["slide right", axis({ horizontal: 10 }), 4],
  ["slide down", axis({ vertical: -10 }), 4],
  ["look right", axis({ pan: 10 }), 5],
  ["look up", axis({ tilt: 10 }), 5],
  ["turn clockwise", axis({ roll: 10 }), 5],
  ["zoom wider", axis({ zoom: 10 }), 5],
  ["zoom closer", axis({ zoom: -10 }), 5],
  ["down and back", camera({ type: "down_back" }), 5],
  ["forward and up", camera({ type: "forward_up" }), 5],
  ["left turn forward", camera({ type: "left_turn_forward" }), 5],
  ["region on its way", regions(), 1.5],
  ["region at its end", regions(), 5],
  ["between two frames", frames(), 2.5],
])("%s looks as it did when somebody looked at it", async (name, content, seconds) => {
  const scene = scenePreparer(createSkiaSurface)(sceneOf(content));
  const drawn = pixelsOf(FRAME, (pen) => drawFrame(pen, scene, seconds));
  const path = join(FOLDER, `${name.replaceAll(" ", "-")}.png`);
  if (!existsSync(path)) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, pngOf(drawn));
    throw new Error(`${path} was missing and is drawn now: look at it, and commit it when it is right.`);
  }
  const golden = await goldenPixels(path);
  const differences = drawn.reduce((sum, value, index) => sum + Math.abs(value - (golden[index] ?? 0)), 0);
  expect(differences / drawn.length).toBeLessThan(MEAN_DIFFERENCE);
});

function pngOf(pixels: Uint8ClampedArray): Buffer {
  const canvas = createCanvas(FRAME.widthPx, FRAME.heightPx);
  const context = canvas.getContext("2d");
  const image = context.createImageData(FRAME.widthPx, FRAME.heightPx);
  image.data.set(pixels);
  context.putImageData(image, 0, 0);
  return canvas.toBuffer("image/png");
}

async function goldenPixels(path: string): Promise<Uint8ClampedArray> {
  const canvas = createCanvas(FRAME.widthPx, FRAME.heightPx);
  const context = canvas.getContext("2d");
  context.drawImage(await loadImage(readFileSync(path)), 0, 0);
  return context.getImageData(0, 0, FRAME.widthPx, FRAME.heightPx).data;
}
