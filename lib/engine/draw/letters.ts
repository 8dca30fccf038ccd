import type { Pen } from "#lib/motion/pen.ts";

/**
 * Letters as strokes on a grid 4 wide and 6 high: no font file, and the same pixels on every machine. A stroke is a row of
 * points `x,y`; strokes are parted by `|`.
 */
const LETTERS: Readonly<Record<string, string>> = {
  A: "0,6 2,0 4,6|0.8,4 3.2,4",
  B: "0,3 0,6 3.2,6 4,5.2 4,3.8 3.2,3 0,3 0,0 2.9,0 3.7,0.8 3.7,2.2 2.9,3",
  C: "4,0.9 3,0 1.2,0 0,1.2 0,4.8 1.2,6 3,6 4,5.1",
  D: "0,0 0,6 2.6,6 4,4.6 4,1.4 2.6,0 0,0",
  E: "4,0 0,0 0,6 4,6|0,3 3.2,3",
  F: "4,0 0,0 0,6|0,3 3.2,3",
  G: "4,0.9 3,0 1.2,0 0,1.2 0,4.8 1.2,6 2.8,6 4,4.8 4,3.2 2.4,3.2",
  H: "0,0 0,6|4,0 4,6|0,3 4,3",
  I: "2,0 2,6",
  J: "3.6,0 3.6,4.8 2.6,6 1.2,6 0.2,4.8",
  K: "0,0 0,6|4,0 0,3.6|1.4,2.4 4,6",
  L: "0,0 0,6 4,6",
  M: "0,6 0,0 2,3.4 4,0 4,6",
  N: "0,6 0,0 4,6 4,0",
  O: "1.2,0 2.8,0 4,1.2 4,4.8 2.8,6 1.2,6 0,4.8 0,1.2 1.2,0",
  P: "0,6 0,0 3,0 4,1 4,2.4 3,3.4 0,3.4",
  Q: "1.2,0 2.8,0 4,1.2 4,4.8 2.8,6 1.2,6 0,4.8 0,1.2 1.2,0|2.6,4.4 4.2,6.4",
  R: "0,6 0,0 3,0 4,1 4,2.2 3,3.2 0,3.2|2,3.2 4,6",
  S: "4,0.8 3.2,0 0.8,0 0,0.8 0,2.2 0.8,3 3.2,3 4,3.8 4,5.2 3.2,6 0.8,6 0,5.2",
  T: "0,0 4,0|2,0 2,6",
  U: "0,0 0,4.8 1.2,6 2.8,6 4,4.8 4,0",
  V: "0,0 2,6 4,0",
  W: "0,0 0.9,6 2,2.4 3.1,6 4,0",
  X: "0,0 4,6|4,0 0,6",
  Y: "0,0 2,3 4,0|2,3 2,6",
  Z: "0,0 4,0 0,6 4,6",
  0: "1.2,0 2.8,0 4,1.2 4,4.8 2.8,6 1.2,6 0,4.8 0,1.2 1.2,0|1.2,4.4 2.8,1.6",
  1: "0.8,1.2 2.2,0 2.2,6|0.8,6 3.6,6",
  2: "0,1 1,0 3,0 4,1 4,2.2 0,6 4,6",
  3: "0,0.8 0.8,0 3.2,0 4,0.8 4,2.2 3.2,3 1.4,3|3.2,3 4,3.8 4,5.2 3.2,6 0.8,6 0,5.2",
  4: "3,6 3,0 0,4 4,4",
  5: "3.8,0 0.4,0 0,2.8 2.8,2.6 4,3.6 4,5 3,6 1,6 0,5.2",
  6: "3.6,0.4 2.6,0 1.2,0 0,1.4 0,4.8 1.2,6 2.8,6 4,4.8 4,3.8 2.8,2.7 1.2,2.7 0,3.6",
  7: "0,0 4,0 1.4,6",
  8: "0.9,3 0.2,2.2 0.2,0.8 1,0 3,0 3.8,0.8 3.8,2.2 3.1,3 0.9,3 0,3.9 0,5.1 0.9,6 3.1,6 4,5.1 4,3.9 3.1,3",
  9: "0.4,5.6 1.4,6 2.8,6 4,4.6 4,1.2 2.8,0 1.2,0 0,1.2 0,2.2 1.2,3.3 2.8,3.3 4,2.4",
  ".": "2,5.9 2,6",
  ",": "2.1,5.6 1.5,6.9",
  ":": "2,1.9 2,2|2,4.9 2,5",
  "'": "2,0 1.8,1.4",
  "!": "2,0 2,4.2|2,5.9 2,6",
  "?": "0.2,1 1.2,0 2.8,0 3.8,1 3.8,2.2 2,3.4 2,4.4|2,5.9 2,6",
  "-": "0.8,3 3.2,3",
  "+": "0.4,3 3.6,3|2,1.4 2,4.6",
  "/": "0.4,6 3.6,0",
};

const ADVANCE = 6.2;
const LETTER_WIDTH = 4;

/** How high letters are, in grid steps. */
export const LETTER_HEIGHT = 6;

/** Width of a line in grid steps. */
export function widthOfLetters(text: string): number {
  return Math.max(0, [...text].length * ADVANCE - (ADVANCE - LETTER_WIDTH));
}

type Line = {
  readonly text: string;
  /** Upper left corner of the first letter. */
  readonly x: number;
  readonly y: number;
  /** Pixels of one grid step. */
  readonly size: number;
  readonly color: string;
};

/** Writes a line; a sign without strokes is a gap. */
export function drawLetters(pen: Pen, { text, x, y, size, color }: Line): void {
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.strokeStyle = color;
  pen.lineWidth = size * 0.95;
  pen.beginPath();
  [...text].forEach((letter, index) => {
    for (const stroke of strokesOf(letter)) {
      stroke.forEach(([dx = 0, dy = 0], point) => {
        const [px, py] = [x + (index * ADVANCE + dx) * size, y + dy * size];
        if (point === 0) pen.moveTo(px, py);
        else pen.lineTo(px, py);
      });
    }
  });
  pen.stroke();
}

function strokesOf(letter: string): number[][][] {
  const strokes = LETTERS[letter]?.split("|") ?? [];
  return strokes.map((stroke) => stroke.split(" ").map((point) => point.split(",").map(Number)));
}
