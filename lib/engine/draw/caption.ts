import { drawLetters, LETTER_HEIGHT, widthOfLetters, writable } from "./letters.ts";
import type { Pen, Stage } from "./pen.ts";

const MAX_LETTERS = 40;
/** Shares of the frame: how wide a caption gets before its letters shrink, and where its middle is. */
const MAX_WIDTH = 0.8;
const MIDDLE_Y = 0.86;

/** A few words low in the frame, on a dark ground that is readable over anything. Signs that we cannot write are left out. */
export function drawCaption(pen: Pen, { width, height, unit }: Stage, caption: string): void {
  const text = writable(caption).slice(0, MAX_LETTERS).trim();
  if (text === "") return;
  const size = Math.min(unit * 0.62, (width * MAX_WIDTH) / widthOfLetters(text));
  const lineWidth = widthOfLetters(text) * size;
  const [x, y] = [(width - lineWidth) / 2, height * MIDDLE_Y - (LETTER_HEIGHT * size) / 2];
  const margin = size * 4;
  pen.fillStyle = "rgba(12,14,20,0.6)";
  pen.beginPath();
  pen.roundRect(x - margin, y - margin, lineWidth + 2 * margin, LETTER_HEIGHT * size + 2 * margin, margin);
  pen.fill();
  drawLetters(pen, { text, x, y, size, color: "#ffffff" });
}
