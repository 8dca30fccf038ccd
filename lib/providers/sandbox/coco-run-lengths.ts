import type { Mask } from "./mask.ts";

/**
 * A mask as COCO's compressed run lengths: column by column, lengths of runs in turn unpainted and painted, each from the
 * third on less the one before the last, in groups of five bits as printable characters (api-reference §3.11).
 */
export function cocoRunLengths(mask: Mask): string {
  const runs = runsOf(mask);
  return runs
    .map((run, index) => (index > 2 ? run - (runs[index - 2] ?? 0) : run))
    .map(writeNumber)
    .join("");
}

function runsOf({ widthPx, heightPx, painted }: Mask): readonly number[] {
  const runs: number[] = [];
  let value = 0;
  let run = 0;
  for (let x = 0; x < widthPx; x += 1) {
    for (let y = 0; y < heightPx; y += 1) {
      const next = painted[y * widthPx + x] ?? 0;
      if (next !== value) {
        runs.push(run);
        [run, value] = [0, next];
      }
      run += 1;
    }
  }
  return [...runs, run];
}

const BITS = 5;
const VALUE = 0x1f;
const SIGN = 0x10;
const MORE = 0x20;
const FIRST_CHARACTER = 48;

/** Lowest bits first; the last group's sign bit is the number's. */
function writeNumber(number: number): string {
  let text = "";
  let rest = number;
  for (;;) {
    const group = rest & VALUE;
    rest >>= BITS;
    const isLast = (group & SIGN) === 0 ? rest === 0 : rest === -1;
    text += String.fromCharCode((isLast ? group : group | MORE) + FIRST_CHARACTER);
    if (isLast) return text;
  }
}
