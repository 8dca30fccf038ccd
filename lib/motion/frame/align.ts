import { type Brightness, brightnessOf, differenceIn } from "./brightness.ts";
import type { Pixels } from "./push-pull.ts";

/** How far something has gone, in shares of the frame's width and height. */
export type Gone = { readonly x: number; readonly y: number };

/** A net of `columns + 1` by `rows + 1` points over the frame; row by row. */
const NET = { columns: 8, rows: 6 } as const;

/** One pixel in so many is compared: for the picture as a whole, and for its pieces. */
const GLOBAL_STEP = 4;
const LOCAL_STEP = 2;
/** How far the whole may have gone, and a piece from where the whole went; in shares of the longer side. */
const GLOBAL_REACH = 0.22;
const LOCAL_REACH = 0.045;
/** Pieces are squares around their points, this share of the longer side to each side. */
const PIECE = 0.085;
/** A shift counts only when it leaves this share of the difference at most; otherwise nothing has been found again. */
const CLEARLY = 0.7;

/**
 * Where the points of a net over the first picture are found again in the second: first the picture as a whole, then pieces
 * of it. Points on an edge of the frame only go along it, so that the frame stays filled.
 */
export function align(first: Pixels, second: Pixels): readonly Gone[] {
  const whole = shiftOfWhole(brightnessOf(first, GLOBAL_STEP), brightnessOf(second, GLOBAL_STEP));
  const fine = [brightnessOf(first, LOCAL_STEP), brightnessOf(second, LOCAL_STEP)] as const;
  const pieces = NET_POINTS.map((at) => shiftOfPiece(fine, at, whole));
  return NET_POINTS.map((at) => {
    const { x, y } = averageAround(pieces, at);
    const isOnSide = at.column === 0 || at.column === NET.columns;
    const isOnTop = at.row === 0 || at.row === NET.rows;
    return { x: isOnSide ? 0 : x, y: isOnTop ? 0 : y };
  });
}

/** How far a place of the frame has gone, between the points of the net; places in shares of the frame. */
export function goneAt(found: readonly Gone[], { x, y }: Gone): Gone {
  const [across, down] = [x * NET.columns, y * NET.rows];
  const column = Math.min(NET.columns - 1, Math.max(0, Math.floor(across)));
  const row = Math.min(NET.rows - 1, Math.max(0, Math.floor(down)));
  const [shareX, shareY] = [across - column, down - row];
  let gone = { x: 0, y: 0 };
  for (const [stepX, stepY] of CORNERS) {
    const weight = (stepX === 0 ? 1 - shareX : shareX) * (stepY === 0 ? 1 - shareY : shareY);
    const corner = found[(row + stepY) * (NET.columns + 1) + column + stepX] ?? gone;
    gone = { x: gone.x + corner.x * weight, y: gone.y + corner.y * weight };
  }
  return gone;
}

/** How much farther a point of the net has gone than one beside it, at most. */
export function steepestOf(found: readonly Gone[]): number {
  const steps = found.flatMap((gone, index) => {
    const isLastColumn = index % (NET.columns + 1) === NET.columns;
    const beside = isLastColumn ? gone : (found[index + 1] ?? gone);
    const below = found[index + NET.columns + 1] ?? gone;
    return [Math.hypot(beside.x - gone.x, beside.y - gone.y), Math.hypot(below.x - gone.x, below.y - gone.y)];
  });
  return Math.max(0, ...steps);
}

const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

type NetPoint = { readonly column: number; readonly row: number };

const NET_POINTS: readonly NetPoint[] = Array.from(
  { length: (NET.columns + 1) * (NET.rows + 1) },
  (_, index) => ({
    column: index % (NET.columns + 1),
    row: Math.floor(index / (NET.columns + 1)),
  }),
);

function shiftOfWhole(first: Brightness, second: Brightness): Gone {
  const everything = { left: 0, top: 0, right: first.widthPx, bottom: first.heightPx };
  const reach = Math.round(GLOBAL_REACH * Math.max(first.widthPx, first.heightPx));
  return bestShift([first, second], { window: everything, around: { x: 0, y: 0 }, reach });
}

function shiftOfPiece(
  pictures: readonly [Brightness, Brightness],
  { column, row }: NetPoint,
  whole: Gone,
): Gone {
  const { widthPx, heightPx } = pictures[0];
  const long = Math.max(widthPx, heightPx);
  const x = Math.round((column / NET.columns) * widthPx);
  const y = Math.round((row / NET.rows) * heightPx);
  const radius = Math.round(PIECE * long);
  const window = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
  const around = { x: Math.round(whole.x * widthPx), y: Math.round(whole.y * heightPx) };
  return bestShift(pictures, { window, around, reach: Math.round(LOCAL_REACH * long) });
}

type Search = {
  readonly window: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly around: Gone;
  readonly reach: number;
};

/** The shift with the least difference; none at all unless it is clearly better than standing still. */
function bestShift(
  [first, second]: readonly [Brightness, Brightness],
  { window, around, reach }: Search,
): Gone {
  let best = {
    x: 0,
    y: 0,
    difference: differenceIn(first, second, { ...window, shiftX: 0, shiftY: 0 }) * CLEARLY,
  };
  for (let shiftY = around.y - reach; shiftY <= around.y + reach; shiftY += 1) {
    for (let shiftX = around.x - reach; shiftX <= around.x + reach; shiftX += 1) {
      const difference = differenceIn(first, second, { ...window, shiftX, shiftY });
      if (difference < best.difference) best = { x: shiftX, y: shiftY, difference };
    }
  }
  return { x: best.x / first.widthPx, y: best.y / first.heightPx };
}

/** Neighbours pull together: a single piece that was found in the wrong place must not tear the picture. */
function averageAround(pieces: readonly Gone[], { column, row }: NetPoint): Gone {
  const near = NET_POINTS.flatMap((other, index) => {
    const isNear = Math.abs(other.column - column) <= 1 && Math.abs(other.row - row) <= 1;
    const piece = pieces[index];
    return isNear && piece !== undefined ? [piece] : [];
  });
  return {
    x: near.reduce((sum, { x }) => sum + x, 0) / near.length,
    y: near.reduce((sum, { y }) => sum + y, 0) / near.length,
  };
}
