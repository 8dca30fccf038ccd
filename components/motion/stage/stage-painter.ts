import { around, type PixelRect } from "#lib/motion/raster/pixel-rect.ts";
import type { ScreenPoint, View } from "#lib/motion/view/view.ts";
import { drawGuides } from "../guides/draw-guides.ts";
import { buildTiles } from "../paint/region-looks.ts";
import { type BrushSession, isPainting, type Redraw } from "../session/brush-session.ts";
import { createBrushRing } from "./brush-ring.ts";
import { createLabelLayer } from "./label-layer.ts";
import { createLoupe } from "./loupe.ts";
import { createMarchingLayer } from "./marching-layer.ts";

/** Where the pointer is on the stage. */
export type Cursor = {
  readonly at: ScreenPoint;
  readonly isTouch: boolean;
  readonly isDown: boolean;
  /** Of a pen; null for everything else. */
  readonly pressure: number | null;
};

export type StageElements = {
  readonly picture: HTMLImageElement;
  /** Holds the canvases of the label layer. */
  readonly labels: HTMLElement;
  readonly marching: HTMLCanvasElement;
  readonly guides: HTMLCanvasElement;
  readonly ring: HTMLElement;
  readonly loupe: HTMLCanvasElement;
};

export type StagePainter = {
  readonly moveCursor: (cursor: Cursor | null) => void;
  readonly stop: () => void;
};

/** While a view is moved, painting all labels may take this long in a frame; a slower device waits until it rests. */
const AFFORDABLE_MS = 9;
const RESTED_MS = 90;

/** Draws what the session knows, at most once a frame, and in it only what has changed. */
export function paintStage(elements: StageElements, session: BrushSession): StagePainter {
  const labels = createLabelLayer(elements.labels, session.history.labels);
  const marching = createMarchingLayer(elements.marching, session);
  const ring = createBrushRing(elements.ring, session);
  const loupe = createLoupe({ ...elements, drawLabels: labels.drawOn }, session);
  let frame = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let dirty: PixelRect | null = null;
  let isAllDirty = true;
  let areGuidesDirty = true;
  let cursor: Cursor | null = null;
  let canvas = { widthPx: 0, heightPx: 0 };
  let paintedView: View = session.state().view;
  let tiles = new Uint32Array(0);
  let fullPaintMs = 0;

  function schedule(): void {
    frame ||= requestAnimationFrame(draw);
  }

  function draw(): void {
    frame = 0;
    const { view, canvas: stage } = session.state();
    if (stage !== canvas) {
      canvas = stage;
      labels.resize(stage);
      fitGuides(elements.guides, stage);
    }
    if (isAllDirty) showView(view);
    else if (dirty !== null) labels.paintArea(dirty, paintedView, tiles);
    dirty = null;
    isAllDirty = false;
    if (areGuidesDirty) redrawGuides();
    areGuidesDirty = false;
    ring.show(cursor);
    loupe.show(cursor);
    marching.update();
  }

  /** All labels in their new place: painted anew where there is time, else the old ones moved until the view rests. */
  function showView(view: View): void {
    elements.picture.style.transform = `translate(${view.left}px, ${view.top}px) scale(${view.scale})`;
    elements.picture.style.imageRendering = view.scale > 3 ? "pixelated" : "auto";
    clearTimeout(resting);
    if (fullPaintMs > AFFORDABLE_MS && view !== paintedView) {
      labels.move(paintedView, view);
      resting = setTimeout(() => {
        fullPaintMs = 0;
        redraw("all");
      }, RESTED_MS);
      return;
    }
    const startMs = performance.now();
    tiles = tilesOf(session);
    labels.paintAll(view, tiles);
    paintedView = view;
    fullPaintMs = performance.now() - startMs;
  }

  function redrawGuides(): void {
    const pen = elements.guides.getContext("2d");
    if (pen === null) return;
    const density = elements.guides.width / Math.max(1, canvas.widthPx);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, elements.guides.width, elements.guides.height);
    pen.setTransform(density, 0, 0, density, 0, 0);
    const state = session.state();
    const badges = [...session.extents()]
      .filter(([label]) => !state.hidden.includes(label))
      .map(([label, { at }]) => ({ label, at }));
    drawGuides(pen, { state, paths: session.history.paths, badges });
  }

  function redraw(what: Redraw): void {
    if (what === "all") isAllDirty = true;
    else dirty = around(dirty, what);
    // A stroke is on the labels alone: what lies over them stays.
    areGuidesDirty ||= what === "all" || !isPainting(session);
    schedule();
  }

  const forget = session.onRedraw(redraw);
  schedule();
  return {
    moveCursor(next) {
      cursor = next;
      schedule();
    },
    stop() {
      forget();
      cancelAnimationFrame(frame);
      clearTimeout(resting);
      marching.stop();
    },
  };
}

function tilesOf(session: BrushSession): Uint32Array<ArrayBuffer> {
  const { hidden } = session.state();
  return buildTiles({ opacity: session.looks().opacity, isShown: (label) => !hidden.includes(label) });
}

function fitGuides(canvas: HTMLCanvasElement, stage: { widthPx: number; heightPx: number }): void {
  const density = Math.min(window.devicePixelRatio, 2);
  canvas.width = Math.round(stage.widthPx * density);
  canvas.height = Math.round(stage.heightPx * density);
}
