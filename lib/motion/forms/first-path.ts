import type { Path } from "../document.ts";
import type { LabelBuffer, Region } from "../labels.ts";
import { imagePoint } from "../point.ts";
import { middleOf } from "./middle-of.ts";

/** Share of the picture's width that a first path goes. */
const LENGTH = 0.1;

/** A short way to the right, or to the left where there is no room, from a region's middle: to be changed by hand. */
export function firstPath(labels: LabelBuffer, region: Region): Path {
  const from = middleOf(labels, region) ?? imagePoint(labels.widthPx / 2, labels.heightPx / 2);
  const step = labels.widthPx * LENGTH;
  const end = from.x + step < labels.widthPx ? from.x + step : from.x - step;
  return [from, imagePoint(end, from.y)];
}
