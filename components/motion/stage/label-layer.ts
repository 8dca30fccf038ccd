import type { LabelBuffer } from "#lib/motion/labels.ts";
import type { Size } from "#lib/motion/point.ts";
import type { PixelRect } from "#lib/motion/raster/pixel-rect.ts";
import type { View } from "#lib/motion/view/view.ts";
import { createLabelTile, type LabelTile, TILE_PX } from "./label-tile.ts";

/** More than this many pixels are not looked up in a frame: on large screens the layer is coarser than they are. */
const MAX_LAYER_PIXELS = 1_600_000;

/** Owners of pixels over the picture, as seen in the present view. */
export type LabelLayer = {
  /** To the stage's size in CSS pixels; everything has to be painted again. */
  readonly resize: (stage: Size) => void;
  readonly paintAll: (view: View, tiles: Uint32Array) => void;
  /** What has changed in a part of the picture. */
  readonly paintArea: (area: PixelRect, view: View, tiles: Uint32Array) => void;
  /** Until the next `paintAll` the old painting, moved to where it belongs in another view. */
  readonly move: (from: View, to: View) => void;
  /** The layer in CSS pixels of the stage. */
  readonly drawOn: (pen: CanvasRenderingContext2D) => void;
};

/**
 * Many small canvases instead of one: a browser hands each canvas on as a whole, so that a stroke costs the few that it
 * touches and not the screen.
 */
export function createLabelLayer(holder: HTMLElement, labels: LabelBuffer): LabelLayer {
  let parts: LabelTile[] = [];
  /** Pixels of the layer for one CSS pixel. */
  let density = 1;
  const resting = () => `scale(${1 / density})`;
  const toLayer = ({ scale, left, top }: View): View => ({
    scale: scale * density,
    left: left * density,
    top: top * density,
  });
  const outlinePx = () => Math.max(1, Math.round(density));

  return {
    resize({ widthPx, heightPx }) {
      density = densityFor(widthPx * heightPx);
      const columns = Math.ceil((widthPx * density) / TILE_PX);
      const rows = Math.ceil((heightPx * density) / TILE_PX);
      parts = Array.from({ length: columns * rows }, (_, index) =>
        createLabelTile({
          x: (index % columns) * TILE_PX,
          y: Math.floor(index / columns) * TILE_PX,
        }),
      );
      holder.replaceChildren(...parts.map(({ canvas }) => canvas));
      holder.style.transform = resting();
    },
    paintAll(view, tiles) {
      const paint = { labels, view: toLayer(view), tiles, outlinePx: outlinePx() };
      for (const part of parts) part.paint(null, paint);
      holder.style.transform = resting();
    },
    paintArea(area, view, tiles) {
      const layerView = toLayer(view);
      const paint = { labels, view: layerView, tiles, outlinePx: outlinePx() };
      const margin = outlinePx() + 1; // the outline lies around the pixels that changed
      const x = Math.floor(layerView.left + area.left * layerView.scale) - margin;
      const y = Math.floor(layerView.top + area.top * layerView.scale) - margin;
      const right = Math.ceil(layerView.left + area.right * layerView.scale) + margin;
      const bottom = Math.ceil(layerView.top + area.bottom * layerView.scale) + margin;
      for (const part of parts) part.paint({ x, y, widthPx: right - x, heightPx: bottom - y }, paint);
    },
    move(from, to) {
      const scale = to.scale / from.scale;
      const [x, y] = [to.left - from.left * scale, to.top - from.top * scale];
      holder.style.transform = `translate(${x}px, ${y}px) scale(${scale}) ${resting()}`;
    },
    drawOn(pen) {
      for (const { canvas, x, y } of parts) {
        const side = TILE_PX / density;
        pen.drawImage(canvas, x / density, y / density, side, side);
      }
    },
  };
}

/** Whole pixels of the device for one of the layer: between tiles no seam is seen then. */
function densityFor(stagePixels: number): number {
  const { devicePixelRatio } = window;
  const coarseness = Math.ceil(Math.sqrt((stagePixels * devicePixelRatio ** 2) / MAX_LAYER_PIXELS));
  return devicePixelRatio / Math.max(1, coarseness);
}
