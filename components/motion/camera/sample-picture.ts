import type { Picture } from "#lib/motion/scene/motion-scene.ts";
import { browserSurface } from "../animatic/browser-surface.ts";

const WIDTH_PX = 1280;
const HEIGHT_PX = 1280;
const LINES = 16;

/** Stands for a clip that has no picture yet: a floor that runs to the horizon, on which every move can be told. */
export function samplePicture(): Picture {
  const { pen, picture } = browserSurface(WIDTH_PX, HEIGHT_PX);
  const horizonPx = HEIGHT_PX / 2;
  const sky = pen.createLinearGradient(0, 0, 0, horizonPx);
  sky.addColorStop(0, "#28344f");
  sky.addColorStop(1, "#c98f7a");
  pen.fillStyle = sky;
  pen.fillRect(0, 0, WIDTH_PX, horizonPx);
  pen.fillStyle = "#f3d9a4";
  pen.beginPath();
  pen.arc(WIDTH_PX * 0.62, horizonPx - 90, 70, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = "#2b3040";
  pen.fillRect(0, horizonPx, WIDTH_PX, HEIGHT_PX - horizonPx);
  pen.strokeStyle = "#8d93a8";
  pen.lineWidth = 3;
  for (let line = 1; line <= LINES; line += 1) {
    const depthPx = (HEIGHT_PX - horizonPx) / line;
    drawLine([0, horizonPx + depthPx], [WIDTH_PX, horizonPx + depthPx]);
  }
  for (let line = -LINES; line <= LINES; line += 1) {
    const center = WIDTH_PX / 2;
    drawLine([center, horizonPx], [center + (line * WIDTH_PX) / 5, HEIGHT_PX]);
  }
  return { source: picture, widthPx: WIDTH_PX, heightPx: HEIGHT_PX };

  function drawLine(from: readonly [number, number], to: readonly [number, number]): void {
    pen.beginPath();
    pen.moveTo(...from);
    pen.lineTo(...to);
    pen.stroke();
  }
}
