import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { drawMark } from "./draw/mark.ts";
import { surfaceOf } from "./draw/skia-surface.ts";
import { stageOf } from "./draw/stage.ts";
import type { Draw, RenderedPart, Setup } from "./parts/part.ts";
import { preparePart } from "./parts/prepare-part.ts";

type Composition = Setup & { readonly parts: readonly RenderedPart[]; readonly isMarked: boolean };

/** Something that can be filmed: draws itself, as it is at a second, onto its own canvas. Seconds rise. */
export type Frames = { readonly canvas: Canvas; readonly drawAt: (seconds: number) => Promise<void> };

/** Gets all parts ready, one after the other: each may hold decoded pictures. */
export async function composeFrames({ parts, isMarked, ...setup }: Composition): Promise<Frames> {
  const canvas = createCanvas(setup.widthPx, setup.heightPx);
  const context = canvas.getContext("2d");
  const draws: Draw[] = [];
  for (const part of parts) draws.push(await preparePart(part, setup));
  return {
    canvas,
    async drawAt(seconds) {
      for (const draw of draws) await draw(context, seconds);
      if (isMarked) drawMark(surfaceOf(canvas).pen, stageOf(canvas.width, canvas.height));
    },
  };
}
