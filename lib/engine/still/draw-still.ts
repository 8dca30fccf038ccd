import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { drawCaption } from "../draw/caption.ts";
import { drawMark } from "../draw/mark.ts";
import { stageOf } from "../draw/pen.ts";
import { surfaceOf } from "../draw/skia-surface.ts";
import type { Box, Still } from "../production.ts";
import { coveringPart, placeOf, wholeWithin } from "./place.ts";
import { readSource } from "./read-source.ts";
import { withSoftEdges } from "./soft-edges.ts";

/**
 * Puts a still together, of exactly its size.
 * @throws ChildRefusal when a file cannot be used
 */
export async function drawStill(still: Still): Promise<Canvas> {
  const canvas = createCanvas(still.widthPx, still.heightPx);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  await drawGround(context, still.ground);
  for (const item of still.items) await drawItem(context, item);
  const { pen } = surfaceOf(canvas);
  if (still.caption !== null) drawCaption(pen, stageOf(canvas.width, canvas.height), still.caption);
  if (still.cutOut !== null) return cutOut(canvas, still.cutOut);
  drawMark(pen, stageOf(canvas.width, canvas.height));
  return canvas;
}

async function drawGround(context: SKRSContext2D, { source, isBlurred }: Still["ground"]): Promise<void> {
  const { width, height } = context.canvas;
  const picture = await readSource(source, { widthPx: width, heightPx: height });
  context.fillStyle = "#ffffff"; // what a transparent PNG is seen on
  context.fillRect(0, 0, width, height);
  if (isBlurred) return drawBlurred(context, picture);
  const part = coveringPart(picture, context.canvas);
  context.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, width, height);
}

/** Blurred small and drawn large: the same look at every size, and quick at 4096 pixels. */
const BLUR = { sidePx: 256, radiusPx: 9 } as const;

function drawBlurred(context: SKRSContext2D, picture: Canvas): void {
  const small = createCanvas(BLUR.sidePx, BLUR.sidePx);
  const smallContext = small.getContext("2d");
  smallContext.imageSmoothingQuality = "high";
  smallContext.drawImage(picture, 0, 0, BLUR.sidePx, BLUR.sidePx);
  const { width, height } = context.canvas;
  const blurred = createCanvas(BLUR.sidePx, BLUR.sidePx);
  const blurredContext = blurred.getContext("2d");
  blurredContext.drawImage(small, 0, 0); // a blur fades towards the edges of its canvas: there this one stays
  blurredContext.filter = `blur(${BLUR.radiusPx}px)`;
  blurredContext.drawImage(small, 0, 0);
  context.drawImage(blurred, 0, 0, width, height);
}

async function drawItem(context: SKRSContext2D, item: Still["items"][number]): Promise<void> {
  const place = placeOf(item.box, context.canvas);
  const picture = await readSource(item.source, { widthPx: place.width, heightPx: place.height });
  const stood = wholeWithin(picture, place);
  const shown = item.hasSoftEdges ? withSoftEdges(picture, stood, context.canvas) : picture;
  context.drawImage(shown, stood.x, stood.y, stood.width, stood.height);
}

/** Keeps an ellipse. The mark goes into its lower right, because in the corner of the picture nothing may be left. */
function cutOut(picture: Canvas, box: Box): Canvas {
  const kept = createCanvas(picture.width, picture.height);
  const place = placeOf(box, picture);
  const context = kept.getContext("2d");
  const [radiusX, radiusY] = [place.width / 2, place.height / 2];
  context.beginPath();
  context.ellipse(place.x + radiusX, place.y + radiusY, radiusX, radiusY, 0, 0, 2 * Math.PI);
  context.clip();
  context.drawImage(picture, 0, 0);
  const inner = { width: place.width * Math.SQRT1_2, height: place.height * Math.SQRT1_2 };
  const { pen } = surfaceOf(kept);
  pen.translate(place.x + (place.width - inner.width) / 2, place.y + (place.height - inner.height) / 2);
  drawMark(pen, stageOf(inner.width, inner.height));
  return kept;
}
