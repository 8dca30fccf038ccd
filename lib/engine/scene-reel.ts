import { createCanvas } from "@napi-rs/canvas";
import { canvasSizeFor } from "./canvas-size.ts";
import { drawFrame, paintScene } from "./draw/paint-scene.ts";
import { stageOf } from "./draw/pen.ts";
import { createSkiaSurface, surfaceOf } from "./draw/skia-surface.ts";
import type { Reel } from "./reel.ts";
import type { RenderJob } from "./render-job.ts";
import { composeScene } from "./scene/compose-scene.ts";
import { makeAmbience } from "./sound/ambience.ts";

/** Films a scene that is composed from the prompt. */
export function sceneReel(job: RenderJob): Reel {
  const scene = composeScene(job.prompt, sceneSeedOf(job));
  const { widthPx, heightPx } = canvasSizeFor(job);
  const canvas = createCanvas(widthPx, heightPx);
  const painted = paintScene(scene, {
    stage: stageOf(widthPx, heightPx),
    durationSeconds: job.durationSeconds,
    createSurface: createSkiaSurface,
  });
  const { pen } = surfaceOf(canvas);
  return {
    canvas,
    drawAt: (seconds) => drawFrame(pen, painted, seconds),
    makeSound: () => makeAmbience(scene, job.durationSeconds),
  };
}

/** Shape and prompt make the picture; size and length do not, so a draft and its final in 1080p show the same place. */
function sceneSeedOf({ prompt, widthPx, heightPx, seed }: RenderJob): string {
  return JSON.stringify([prompt, (widthPx / heightPx).toFixed(2), seed ?? ""]);
}
