import type { Pen } from "../pen.ts";
import type { Size } from "../point.ts";

/** Shares of the frame's shorter side. */
const LETTERS = 0.042;
const PADDING = 0.024;
const MAX_WIDTH = 0.88;

/** Words at the lower edge, on a dark ground; what does not fit is cut off with three dots. */
export function drawCaption(pen: Pen, text: string, { widthPx, heightPx }: Size): void {
  const unit = Math.min(widthPx, heightPx);
  const [size, padding] = [unit * LETTERS, unit * PADDING];
  pen.save();
  pen.font = `500 ${size}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const words = fitting(pen, text, widthPx * MAX_WIDTH - 2 * padding);
  const width = pen.measureText(words).width + 2 * padding;
  const height = size + 2 * padding;
  const top = heightPx - height - padding;
  pen.fillStyle = "rgba(12, 14, 18, 0.72)";
  pen.beginPath();
  pen.roundRect((widthPx - width) / 2, top, width, height, height / 4);
  pen.fill();
  pen.fillStyle = "#ffffff";
  pen.fillText(words, widthPx / 2, top + height / 2);
  pen.restore();
}

function fitting(pen: Pen, text: string, maxPx: number): string {
  if (pen.measureText(text).width <= maxPx) return text;
  const letters = [...text];
  let count = letters.length;
  while (count > 0 && pen.measureText(`${letters.slice(0, count).join("")}…`).width > maxPx) count -= 1;
  return `${letters.slice(0, count).join("")}…`;
}
