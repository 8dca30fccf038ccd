import type { Run } from "../document.ts";
import { bandAround } from "./band.ts";
import { emptyLab, writePixelLab } from "./lab-planes.ts";
import type { PreparedSelection } from "./prepared.ts";
import { runCollector } from "./run-collector.ts";
import { type Witnesses, witnessesOf } from "./witnesses.ts";

/**
 * Carries a mask of the reduced picture to full size. Near its border each full-size pixel goes to the side that looks
 * like it.
 */
export function runsAtFullSize(prepared: PreparedSelection, mask: Uint8Array): Run[] {
  const { size, reduced } = prepared;
  const band = bandAround(mask, reduced);
  const witnesses = witnessesOf(prepared, mask, band);
  const collector = runCollector();
  const tallest = Math.ceil(size.heightPx / reduced.heightPx);
  const memory = new Uint8Array(tallest * size.widthPx);
  for (let cellY = 0; cellY < reduced.heightPx; cellY += 1) {
    const from = cellY * reduced.widthPx;
    const cells = mask.subarray(from, from + reduced.widthPx);
    const doubts = band.subarray(from, from + reduced.widthPx);
    if (!cells.includes(1) && !doubts.includes(1)) continue;
    const top = startOf(cellY, size.heightPx, reduced.heightPx);
    const height = startOf(cellY + 1, size.heightPx, reduced.heightPx) - top;
    const pixels = memory.subarray(0, height * size.widthPx).fill(0);
    fillStrip({ prepared, witnesses, cellY, cells, doubts, top, height, pixels });
    collector.add(pixels, top * size.widthPx);
  }
  return collector.finish();
}

/** The full-size rows that one row of the reduced picture stands for. */
type Strip = {
  readonly prepared: PreparedSelection;
  readonly witnesses: Witnesses;
  readonly cellY: number;
  readonly cells: Uint8Array;
  readonly doubts: Uint8Array;
  readonly top: number;
  readonly height: number;
  /** 1 for each selected pixel of the strip. */
  readonly pixels: Uint8Array;
};

function fillStrip(strip: Strip): void {
  const { cells, doubts } = strip;
  for (let from = 0, to = 1; from < cells.length; from = to, to += 1) {
    if (doubts[from] === 1) {
      askPixels(strip, from);
      continue;
    }
    while (to < cells.length && doubts[to] === 0 && cells[to] === cells[from]) to += 1;
    if (cells[from] === 1) fillCells(strip, from, to);
  }
}

function fillCells({ prepared, height, pixels }: Strip, from: number, to: number): void {
  const { size, reduced } = prepared;
  const left = startOf(from, size.widthPx, reduced.widthPx);
  const right = startOf(to, size.widthPx, reduced.widthPx);
  for (let y = 0; y < height; y += 1) pixels.fill(1, y * size.widthPx + left, y * size.widthPx + right);
}

const own = emptyLab(1);

function askPixels(strip: Strip, cell: number): void {
  const { prepared, witnesses, cellY, top, height, pixels } = strip;
  const { size, reduced } = prepared;
  const isIn = strip.cells[cell] === 1;
  witnesses.gather(cell, cellY);
  if (prepared.isGrainy) {
    if (witnesses.judge(prepared.lab, cellY * reduced.widthPx + cell) ?? isIn)
      fillCells(strip, cell, cell + 1);
    return;
  }
  const right = startOf(cell + 1, size.widthPx, reduced.widthPx);
  for (let y = 0; y < height; y += 1) {
    for (let x = startOf(cell, size.widthPx, reduced.widthPx); x < right; x += 1) {
      writePixelLab(prepared.rgba, (top + y) * size.widthPx + x, own, 0);
      pixels[y * size.widthPx + x] = (witnesses.judge(own, 0) ?? isIn) ? 1 : 0;
    }
  }
}

/** The first full-size pixel of a cell, as `labPlanes` cuts them. */
function startOf(cell: number, full: number, cells: number): number {
  return Math.floor((cell * full) / cells);
}
