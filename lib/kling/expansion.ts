import type { ImageSize } from "./output.ts";

/** How a picture goes on beyond its edges: pure geometry for the form, its rules and its instrument (off-25 §4.2). */

/** Each a share of the picture's own side: `left: 0.5` adds half of its width. */
export type Expansion = {
  readonly up: number;
  readonly down: number;
  readonly left: number;
  readonly right: number;
};

export type Edge = keyof Expansion;

/** Each edge alone, and the whole's area in areas of the picture (off-25 §4.2). */
export const EXPANSION_LIMITS = { maxRatio: 2, maxAreaFactor: 3 } as const;

export const NO_EXPANSION: Expansion = { up: 0, down: 0, left: 0, right: 0 };

/** Where each stands in the request. */
export const EXPANSION_FIELDS = {
  up: "up_expansion_ratio",
  down: "down_expansion_ratio",
  left: "left_expansion_ratio",
  right: "right_expansion_ratio",
} as const satisfies Readonly<Record<Edge, string>>;

/** A sum such as 0.1 + 0.2 is a hair above what was meant. */
const HAIR = 1e-9;

/** Dragged edges and typed numbers are whole hundredths; a chosen shape needs to be exact to what shows as a pixel. */
const DRAG_STEPS = 100;
const SHAPE_STEPS = 10_000;

/** How many times the picture's width and height the whole has. */
export function factorsOf({ up, down, left, right }: Expansion): {
  readonly across: number;
  readonly down: number;
} {
  return { across: 1 + left + right, down: 1 + up + down };
}

export function areaFactor(expansion: Expansion): number {
  const { across, down } = factorsOf(expansion);
  return across * down;
}

/** Whether upstream takes it. */
export function isWithinLimits(expansion: Expansion): boolean {
  return (
    Object.values(expansion).every((ratio) => ratio >= 0 && ratio <= EXPANSION_LIMITS.maxRatio) &&
    areaFactor(expansion) <= EXPANSION_LIMITS.maxAreaFactor + HAIR
  );
}

/** The most that this edge can have while the others stay: whole hundredths. */
export function roomAt(expansion: Expansion, edge: Edge): number {
  const { maxRatio, maxAreaFactor } = EXPANSION_LIMITS;
  const without = factorsOf({ ...expansion, [edge]: 0 });
  const isVertical = edge === "up" || edge === "down";
  const [own, other] = isVertical ? [without.down, without.across] : [without.across, without.down];
  return floorTo(clamp(maxAreaFactor / other - own, 0, maxRatio), DRAG_STEPS);
}

/** One edge at a value, or as near to it as the limits let it come. */
export function withEdge(expansion: Expansion, edge: Edge, ratio: number): Expansion {
  return { ...expansion, [edge]: clamp(nearestStep(ratio), 0, roomAt(expansion, edge)) };
}

/**
 * Edges moved outwards by these shares (inwards where they are negative), together and only as far as the limits let all of
 * them go; an edge that is not named stays where it is.
 */
function stretched(from: Expansion, by: Partial<Expansion>): Expansion {
  // The keys of an expansion.
  const edges = Object.keys(by) as readonly Edge[];
  const at = (share: number): Expansion => {
    const moved = edges.map((edge) => {
      const wanted = clamp(from[edge] + (by[edge] ?? 0), 0, EXPANSION_LIMITS.maxRatio);
      return [edge, nearestStep(from[edge] + (wanted - from[edge]) * share)] as const;
    });
    return { ...from, ...Object.fromEntries(moved) };
  };
  if (isWithinLimits(at(1))) return at(1);
  let [fits, tooFar] = [0, 1];
  for (let halving = 0; halving < 20; halving += 1) {
    const middle = (fits + tooFar) / 2;
    if (isWithinLimits(at(middle))) fits = middle;
    else tooFar = middle;
  }
  return isWithinLimits(at(fits)) ? at(fits) : from;
}

/** What of the frame is taken hold of: an edge, two that meet in a corner, or none of them, which is the frame itself. */
export type Handle = { readonly vertical?: "up" | "down"; readonly horizontal?: "left" | "right" };

/** A way over the picture, in shares of its own sides: to the right, and down. */
export type Way = { readonly right: number; readonly down: number };

/** The frame after a handle of it was dragged this way. */
export function dragged(from: Expansion, { vertical, horizontal }: Handle, way: Way): Expansion {
  if (vertical === undefined && horizontal === undefined) return shifted(from, way);
  return stretched(from, {
    ...(vertical && { [vertical]: vertical === "down" ? way.down : -way.down }),
    ...(horizontal && { [horizontal]: horizontal === "right" ? way.right : -way.right }),
  });
}

/** The frame moved over the picture, as large as it is: what one edge gains the opposite one loses. */
export function shifted(from: Expansion, { right, down }: Way): Expansion {
  const [leftEdge, rightEdge] = exchanged([from.left, from.right], right);
  const [upEdge, downEdge] = exchanged([from.up, from.down], down);
  return { up: upEdge, down: downEdge, left: leftEdge, right: rightEdge };
}

/** The smallest whole of this shape (width over height) around the picture, which is in its middle; null when it is too large. */
export function ofShape({ widthPx, heightPx }: ImageSize, ratio: number): Expansion | null {
  const share = ratio / (widthPx / heightPx);
  const perEdge = floorTo((Math.max(share, 1 / share) - 1) / 2, SHAPE_STEPS);
  const whole =
    share >= 1
      ? { ...NO_EXPANSION, left: perEdge, right: perEdge }
      : { ...NO_EXPANSION, up: perEdge, down: perEdge };
  return isWithinLimits(whole) ? whole : null;
}

/** Whether the whole has this shape, as far as anyone can see. */
export function hasShape(expansion: Expansion, { widthPx, heightPx }: ImageSize, ratio: number): boolean {
  const { across, down } = factorsOf(expansion);
  return Math.abs((widthPx * across) / (heightPx * down) / ratio - 1) < 0.005;
}

function exchanged([first, second]: readonly [number, number], by: number): readonly [number, number] {
  const sum = first + second;
  const least = Math.max(0, sum - EXPANSION_LIMITS.maxRatio);
  const moved = clamp(nearestStep(first - by), least, Math.min(sum, EXPANSION_LIMITS.maxRatio));
  // The sum stays what it was; a subtraction alone would leave a hair, or less than nothing.
  return [moved, Math.max(0, Number((sum - moved).toFixed(6)))];
}

function nearestStep(ratio: number): number {
  return Math.round(ratio * DRAG_STEPS) / DRAG_STEPS;
}

function floorTo(ratio: number, steps: number): number {
  return Math.floor(ratio * steps + HAIR) / steps;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(min, max));
}
