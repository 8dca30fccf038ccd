import type { Pen, Stage } from "./pen.ts";

/** Letters as strokes on a 4 × 6 grid: no font file, and the same pixels on every machine. */
const LETTERS: Readonly<Record<string, readonly (readonly (readonly [number, number])[])[]>> = {
  S: [
    [
      [4, 0.8],
      [3.2, 0],
      [0.8, 0],
      [0, 0.8],
      [0, 2.2],
      [0.8, 3],
      [3.2, 3],
      [4, 3.8],
      [4, 5.2],
      [3.2, 6],
      [0.8, 6],
      [0, 5.2],
    ],
  ],
  A: [
    [
      [0, 6],
      [2, 0],
      [4, 6],
    ],
    [
      [0.8, 4],
      [3.2, 4],
    ],
  ],
  N: [
    [
      [0, 6],
      [0, 0],
      [4, 6],
      [4, 0],
    ],
  ],
  D: [
    [
      [0, 0],
      [0, 6],
      [2.6, 6],
      [4, 4.6],
      [4, 1.4],
      [2.6, 0],
      [0, 0],
    ],
  ],
  B: [
    [
      [0, 3],
      [0, 6],
      [3.2, 6],
      [4, 5.2],
      [4, 3.8],
      [3.2, 3],
      [0, 3],
      [0, 0],
      [2.9, 0],
      [3.7, 0.8],
      [3.7, 2.2],
      [2.9, 3],
    ],
  ],
  O: [
    [
      [1.2, 0],
      [2.8, 0],
      [4, 1.2],
      [4, 4.8],
      [2.8, 6],
      [1.2, 6],
      [0, 4.8],
      [0, 1.2],
      [1.2, 0],
    ],
  ],
  X: [
    [
      [0, 0],
      [4, 6],
    ],
    [
      [4, 0],
      [0, 6],
    ],
  ],
};

const WORD = "SANDBOX";
const LETTER_ADVANCE = 6.2;

/** The word SANDBOX, small and half transparent, in the lower right corner: nobody shall take this for a paid clip. */
export function drawMark(pen: Pen, { width, height, unit }: Stage): void {
  const size = unit * 0.24;
  const wordWidth = (WORD.length * LETTER_ADVANCE - 2.2) * size;
  const x = width - wordWidth - unit * 3;
  const y = height - unit * 3 - 6 * size;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  drawWord(pen, { x: x + size * 0.4, y: y + size * 0.4, size, color: "rgba(0,0,0,0.28)" });
  drawWord(pen, { x, y, size, color: "rgba(255,255,255,0.62)" });
}

type Word = { x: number; y: number; size: number; color: string };

function drawWord(pen: Pen, { x, y, size, color }: Word): void {
  pen.strokeStyle = color;
  pen.lineWidth = size * 0.95;
  pen.beginPath();
  [...WORD].forEach((letter, index) => {
    for (const stroke of LETTERS[letter] ?? []) {
      stroke.forEach(([dx, dy], point) => {
        const [px, py] = [x + (index * LETTER_ADVANCE + dx) * size, y + dy * size];
        if (point === 0) pen.moveTo(px, py);
        else pen.lineTo(px, py);
      });
    }
  });
  pen.stroke();
}
