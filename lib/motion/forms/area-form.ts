import type { Operation } from "../document.ts";
import { imagePoint } from "../point.ts";
import type { Paint } from "../raster/painter.ts";

/** "An ellipse at 300, 200, so wide and so high", in pixels of the picture: painting for those who do not draw. */
export type AreaForm = Paint & {
  readonly shape: "rectangle" | "ellipse";
  readonly centerXPx: number;
  readonly centerYPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

export function areaOperation({
  shape,
  centerXPx,
  centerYPx,
  widthPx,
  heightPx,
  ...paint
}: AreaForm): Operation {
  const { label, locked } = paint;
  const from = imagePoint(centerXPx - widthPx / 2, centerYPx - heightPx / 2);
  const to = imagePoint(centerXPx + widthPx / 2, centerYPx + heightPx / 2);
  return { type: "shape", label, locked, area: { shape, from, to } };
}
