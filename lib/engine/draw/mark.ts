import type { Pen } from "#lib/motion/pen.ts";
import { drawLetters, LETTER_HEIGHT, widthOfLetters } from "./letters.ts";
import type { Stage } from "./stage.ts";

const WORD = "SANDBOX";

/** The word SANDBOX, small and half transparent, in the lower right corner: nobody shall take this for a paid clip. */
export function drawMark(pen: Pen, { width, height, unit }: Stage): void {
  const size = unit * 0.24;
  const x = width - widthOfLetters(WORD) * size - unit * 3;
  const y = height - unit * 3 - LETTER_HEIGHT * size;
  drawLetters(pen, { text: WORD, x: x + size * 0.4, y: y + size * 0.4, size, color: "rgba(0,0,0,0.28)" });
  drawLetters(pen, { text: WORD, x, y, size, color: "rgba(255,255,255,0.62)" });
}
