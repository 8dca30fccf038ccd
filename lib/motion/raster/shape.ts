import type { Shape } from "../document.ts";
import type { LabelBuffer } from "../labels.ts";
import type { ImagePoint } from "../point.ts";
import { type Paint, type Painter, painterOf } from "./painter.ts";
import type { PixelRect } from "./pixel-rect.ts";
import { paintPolygon } from "./polygon.ts";

/** Paints every pixel whose centre lies in the area. */
export function paintShape(labels: LabelBuffer, paint: Paint, area: Shape): PixelRect | null {
  const painter = painterOf(labels, paint);
  switch (area.shape) {
    case "polygon":
      paintPolygon(painter, area.corners, labels.heightPx);
      break;
    case "rectangle":
      paintRectangle(painter, boxOf(area), labels.heightPx);
      break;
    case "ellipse":
      paintEllipse(painter, boxOf(area), labels.heightPx);
      break;
  }
  return painter.area();
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

function boxOf({ from, to }: { readonly from: ImagePoint; readonly to: ImagePoint }): Box {
  return {
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    right: Math.max(from.x, to.x),
    bottom: Math.max(from.y, to.y),
  };
}

function paintRectangle(painter: Painter, { left, top, right, bottom }: Box, heightPx: number): void {
  const lastRow = Math.min(heightPx, Math.ceil(bottom - 0.5));
  for (let row = Math.max(0, Math.ceil(top - 0.5)); row < lastRow; row += 1)
    painter.row(row, Math.ceil(left - 0.5), Math.ceil(right - 0.5));
}

function paintEllipse(painter: Painter, { left, top, right, bottom }: Box, heightPx: number): void {
  const centerX = (left + right) / 2;
  const centerY = (top + bottom) / 2;
  const lastRow = Math.min(heightPx, Math.ceil(bottom - 0.5));
  for (let row = Math.max(0, Math.ceil(top - 0.5)); row < lastRow; row += 1) {
    const share = (row + 0.5 - centerY) / ((bottom - top) / 2);
    const half = ((right - left) / 2) * Math.sqrt(Math.max(0, 1 - share * share));
    painter.row(row, Math.ceil(centerX - half - 0.5), Math.ceil(centerX + half - 0.5));
  }
}
