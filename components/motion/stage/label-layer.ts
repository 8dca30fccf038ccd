import type { LabelBuffer } from "#lib/motion/labels.ts";
import type { Size } from "#lib/motion/point.ts";
import type { PixelRect } from "#lib/motion/raster/pixel-rect.ts";
import type { View } from "#lib/motion/view/view.ts";
import { paintLabels, type Rect } from "../paint/paint-labels.ts";

/** More than this many pixels are not looked up in a frame: on large screens the layer is coarser than they are. */
const MAX_LAYER_PIXELS = 1_600_000;
const LEAST_DENSITY = 0.5;

/** Owners of pixels over the picture, as seen in the present view. */
export type LabelLayer = {
  /** To the stage's size in CSS pixels; everything has to be painted again. */
  readonly resize: (stage: Size) => void;
  readonly paintAll: (view: View, tiles: Uint32Array) => void;
  /** What has changed in a part of the picture. */
  readonly paintArea: (area: PixelRect, view: View, tiles: Uint32Array) => void;
};

export function createLabelLayer(canvas: HTMLCanvasElement, labels: LabelBuffer): LabelLayer {
  const pen = canvas.getContext("2d");
  let image: ImageData | null = null;
  let pixels = new Uint32Array(0);
  /** Pixels of the layer for one CSS pixel. */
  let density = 1;

  function paint(part: Rect, view: View, tiles: Uint32Array): void {
    if (pen === null || image === null || part.widthPx <= 0 || part.heightPx <= 0) return;
    const layer = { pixels, widthPx: canvas.width, heightPx: canvas.height };
    const layerView = { scale: view.scale * density, left: view.left * density, top: view.top * density };
    paintLabels(layer, part, { labels, view: layerView, tiles, outlinePx: outlineOf(density) });
    pen.putImageData(image, 0, 0, part.x, part.y, part.widthPx, part.heightPx);
  }

  return {
    resize({ widthPx, heightPx }) {
      const affordable = Math.sqrt(MAX_LAYER_PIXELS / (widthPx * heightPx));
      density = Math.min(window.devicePixelRatio, Math.max(LEAST_DENSITY, affordable));
      canvas.width = Math.max(1, Math.round(widthPx * density));
      canvas.height = Math.max(1, Math.round(heightPx * density));
      image = new ImageData(canvas.width, canvas.height);
      pixels = new Uint32Array(image.data.buffer);
    },
    paintAll(view, tiles) {
      paint({ x: 0, y: 0, widthPx: canvas.width, heightPx: canvas.height }, view, tiles);
    },
    paintArea(area, view, tiles) {
      const margin = outlineOf(density) + 1; // the outline lies around the pixels that changed
      const across = (imageX: number) => (view.left + imageX * view.scale) * density;
      const down = (imageY: number) => (view.top + imageY * view.scale) * density;
      const x = Math.max(0, Math.floor(across(area.left)) - margin);
      const y = Math.max(0, Math.floor(down(area.top)) - margin);
      const right = Math.min(canvas.width, Math.ceil(across(area.right)) + margin);
      const bottom = Math.min(canvas.height, Math.ceil(down(area.bottom)) + margin);
      paint({ x, y, widthPx: right - x, heightPx: bottom - y }, view, tiles);
    },
  };
}

function outlineOf(density: number): number {
  return Math.max(1, Math.round(density));
}
