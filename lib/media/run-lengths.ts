import type { Mask } from "./mask.ts";

/** A mask as COCO writes it: `[height, width]` and the compressed lengths of its runs, column by column. */
export type RunLengths = { readonly size: readonly [number, number]; readonly counts: string };

/** Writes a mask as COCO does: runs of 0 and 1 in turn, beginning with 0, each as its difference to the last but one. */
export function encodeRunLengths(mask: Mask): RunLengths {
  const runs = runsOf(mask);
  const counts = runs.map((run, index) => encodeNumber(index > 2 ? run - (runs[index - 2] ?? 0) : run));
  return { size: [mask.heightPx, mask.widthPx], counts: counts.join("") };
}

/** The way back. @throws RangeError when the runs do not fill the mask exactly */
export function decodeRunLengths({ size: [heightPx, widthPx], counts }: RunLengths): Mask {
  const pixels = new Uint8Array(widthPx * heightPx);
  let place = 0;
  readRuns(counts).forEach((run, index) => {
    const end = place + run;
    if (run < 0 || end > pixels.length) throw new RangeError("The run lengths do not fit the mask.");
    if (index % 2 === 0) place = end;
    for (; place < end; place += 1) {
      const [column, row] = [Math.floor(place / heightPx), place % heightPx];
      pixels[row * widthPx + column] = 1;
    }
  });
  if (place !== pixels.length) throw new RangeError("The run lengths do not fill the mask.");
  return { widthPx, heightPx, pixels };
}

function runsOf({ widthPx, heightPx, pixels }: Mask): number[] {
  const runs: number[] = [];
  let [length, value] = [0, 0];
  for (let column = 0; column < widthPx; column += 1) {
    for (let place = column; place < widthPx * heightPx; place += widthPx) {
      if (pixels[place] !== value) {
        runs.push(length);
        [length, value] = [0, 1 - value];
      }
      length += 1;
    }
  }
  return [...runs, length];
}

function readRuns(counts: string): number[] {
  const runs: number[] = [];
  let [value, shift] = [0, 0];
  for (const sign of counts) {
    const digit = sign.charCodeAt(0) - FIRST_SIGN;
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & MORE) continue;
    if (digit & SIGN) value |= shift < 32 ? -1 << shift : 0;
    runs.push(runs.length > 2 ? value + (runs[runs.length - 2] ?? 0) : value);
    [value, shift] = [0, 0];
  }
  return runs;
}

/** Five bits a sign, the lowest first; 32 says that more follow, and 16 in the last one that the number is negative. */
const [MORE, SIGN, FIRST_SIGN] = [32, 16, 48] as const;

function encodeNumber(number: number): string {
  let text = "";
  for (let rest = number; ; ) {
    const digit = rest & 31;
    rest >>= 5;
    const isLast = rest === (digit & SIGN ? -1 : 0);
    text += String.fromCharCode(FIRST_SIGN + (isLast ? digit : digit | MORE));
    if (isLast) return text;
  }
}
