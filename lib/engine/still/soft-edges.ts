import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { Place, Size } from "./place.ts";

/** How much of its shorter side fades away at each edge. */
const SOFTNESS = 0.07;

/** A picture at the size of its place, fading out at its edges, save where the frame ends anyway. */
export function withSoftEdges(picture: Canvas, place: Place, frame: Size): Canvas {
  const { width, height } = { width: Math.ceil(place.width), height: Math.ceil(place.height) };
  const soft = createCanvas(width, height);
  const context = soft.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  context.globalCompositeOperation = "destination-out";
  const depth = Math.max(1, Math.min(width, height) * SOFTNESS);
  for (const { fromX = 0, fromY = 0, toX = 0, toY = 0 } of fadesOf(place, frame, depth)) {
    const fade = context.createLinearGradient(fromX, fromY, toX, toY);
    fade.addColorStop(0, "rgba(0,0,0,1)");
    fade.addColorStop(1, "rgba(0,0,0,0)");
    context.fillStyle = fade;
    context.fillRect(0, 0, width, height);
  }
  return soft;
}

type Fade = { fromX?: number; fromY?: number; toX?: number; toY?: number };

function fadesOf({ x, y, width, height }: Place, frame: Size, depth: number): Fade[] {
  const fades: Fade[] = [];
  if (x > 0) fades.push({ toX: depth });
  if (y > 0) fades.push({ toY: depth });
  if (x + width < frame.width) fades.push({ fromX: width, toX: width - depth });
  if (y + height < frame.height) fades.push({ fromY: height, toY: height - depth });
  return fades;
}
