import type { Run } from "#lib/motion/document.ts";
import type { View } from "#lib/motion/view/view.ts";
import { outlinePixels } from "../guides/outline-pixels.ts";
import { pixelOf } from "../paint/region-looks.ts";
import type { BrushSession } from "../session/brush-session.ts";

const STEP_MS = 110;
const DASH_PX = 5;
const DARK = pixelOf([8, 8, 14], 235);
const LIGHT = pixelOf([255, 255, 255], 255);

/** The border of what auto-select has found, marching; standing still for those who want no motion. */
export function createMarchingLayer(canvas: HTMLCanvasElement, session: BrushSession) {
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  let shown: { runs: readonly Run[]; view: View } | null = null;
  let border: number[] = [];
  let phase = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function look(runs: readonly Run[], view: View): void {
    const { canvas: stage, picture } = session.state();
    const layer = { widthPx: Math.ceil(stage.widthPx), heightPx: Math.ceil(stage.heightPx) };
    canvas.width = layer.widthPx;
    canvas.height = layer.heightPx;
    border = outlinePixels(runs, { layer, pictureWidthPx: picture.widthPx, view });
  }

  function draw(): void {
    const pen = canvas.getContext("2d");
    if (pen === null || border.length === 0) return;
    const image = new ImageData(canvas.width, canvas.height);
    const pixels = new Uint32Array(image.data.buffer);
    for (const index of border) {
      const place = (index % canvas.width) + Math.floor(index / canvas.width) + phase;
      pixels[index] = Math.floor(place / DASH_PX) % 2 === 0 ? DARK : LIGHT;
    }
    pen.putImageData(image, 0, 0);
  }

  function march(): void {
    phase += 1;
    draw();
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    stop,
    update(): void {
      const { gesture, view } = session.state();
      const runs = gesture.mode === "selecting" ? gesture.runs : [];
      if (shown?.runs === runs && shown.view === view) return;
      if (runs.length === 0) {
        if (shown !== null) canvas.width = 0; // empties it
        shown = null;
        stop();
        return;
      }
      shown = { runs, view };
      look(runs, view);
      draw();
      if (timer === undefined && !stillness.matches) timer = setInterval(march, STEP_MS);
    },
  };
}
