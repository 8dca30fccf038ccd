import { drawFrame, paintScene } from "../draw/paint-scene.ts";
import { createSkiaSurface, surfaceOf } from "../draw/skia-surface.ts";
import { stageOf } from "../draw/stage.ts";
import { sceneOf } from "../scene/scene-of.ts";
import type { Draw, PartOf, Setup } from "./part.ts";

/** A scene that is composed from the prompt. */
export function prepareScene(part: PartOf<"scene">, { widthPx, heightPx, durationSeconds }: Setup): Draw {
  const painted = paintScene(sceneOf(part, { widthPx, heightPx }), {
    stage: stageOf(widthPx, heightPx),
    durationSeconds,
    createSurface: createSkiaSurface,
  });
  return ({ canvas }, seconds) => drawFrame(surfaceOf(canvas).pen, painted, seconds);
}
