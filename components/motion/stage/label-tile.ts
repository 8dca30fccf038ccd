import { type LabelPaint, paintLabels, type Rect } from "../paint/paint-labels.ts";

/** A multiple of the hatches' tile, so that they go on from one to the next. */
export const TILE_PX = 256;

/** A square of the label layer; its place is in the layer's pixels. */
export type LabelTile = {
  readonly canvas: HTMLCanvasElement;
  readonly x: number;
  readonly y: number;
  /** `part` in the layer's pixels; null for all. */
  readonly paint: (part: Rect | null, paint: LabelPaint) => void;
};

export function createLabelTile({ x, y }: { x: number; y: number }): LabelTile {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = TILE_PX;
  canvas.style.cssText = `position:absolute;left:${x}px;top:${y}px`;
  const pen = canvas.getContext("2d");
  const image = new ImageData(TILE_PX, TILE_PX);
  const layer = { pixels: new Uint32Array(image.data.buffer), widthPx: TILE_PX, heightPx: TILE_PX };
  let isEmpty = true;

  return {
    canvas,
    x,
    y,
    paint(part, paint) {
      const own = part === null ? ALL : inside(part, x, y);
      if (own === null) return;
      const { view } = paint;
      paintLabels(layer, own, { ...paint, view: { ...view, left: view.left - x, top: view.top - y } });
      const wasEmpty = isEmpty;
      if (wasEmpty || part === null) isEmpty = layer.pixels.every((pixel) => pixel === 0);
      if (wasEmpty && isEmpty) return; // most of most pictures: nothing to hand on
      pen?.putImageData(image, 0, 0, own.x, own.y, own.widthPx, own.heightPx);
    },
  };
}

const ALL: Rect = { x: 0, y: 0, widthPx: TILE_PX, heightPx: TILE_PX };

/** The part that lies on the tile at this place, in the tile's own pixels. */
function inside(part: Rect, tileX: number, tileY: number): Rect | null {
  const x = Math.max(0, part.x - tileX);
  const y = Math.max(0, part.y - tileY);
  const right = Math.min(TILE_PX, part.x - tileX + part.widthPx);
  const bottom = Math.min(TILE_PX, part.y - tileY + part.heightPx);
  return right > x && bottom > y ? { x, y, widthPx: right - x, heightPx: bottom - y } : null;
}
