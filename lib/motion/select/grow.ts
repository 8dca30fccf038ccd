import type { ImagePoint } from "../point.ts";
import { CheapestFirst } from "./cheapest-first.ts";
import { emptyLab, squaredDistance } from "./lab-planes.ts";
import type { LabPlanes, PreparedSelection, SelectionWish } from "./prepared.ts";

const NOBODY = 0;
const WANTED = 1;
const UNWANTED = 2;

/** A way through like colours costs only its length; one across an edge costs the edge's square. */
const COST_OF_A_PATCH = 0.3;
/** A gradual change may lead this many tolerances away from what was tapped. */
const FARTHEST_TOLERANCES = 2;
/**
 * A patch is compared with what the way to it looked like, of which each new patch changes this much: a soft edge, which
 * goes over in small steps, is an edge all the same, while a long gradient is followed.
 */
const FORGETTING = 0.2;

/**
 * Wanted and unwanted taps spread over the patches, each patch going to whoever reaches it more cheaply; what is wanted
 * also stops where colours leave the tolerance.
 * @returns for each patch whether it is selected, 0 or 1
 */
export function growPatches(prepared: PreparedSelection, wish: SelectionWish): Uint8Array {
  const growth = startGrowth(prepared, wish);
  for (let next = growth.queue.take(); next !== null; next = growth.queue.take()) {
    const patch = next.item;
    if (next.cost > (growth.costs[patch] ?? 0)) continue; // a cheaper way was found meanwhile
    spread(growth, prepared, patch, wish.tolerance);
  }
  return growth.owners.map((owner) => (owner === WANTED ? 1 : 0));
}

type Growth = {
  readonly queue: CheapestFirst;
  readonly owners: Uint8Array;
  readonly costs: Float64Array;
  /** The colour of the way so far, and of the tap that it began at. */
  readonly remembered: LabPlanes;
  readonly origin: Int32Array;
};

function startGrowth(prepared: PreparedSelection, { positive, negative }: SelectionWish): Growth {
  const { count, mean } = prepared.superpixels;
  const growth: Growth = {
    queue: new CheapestFirst(),
    owners: new Uint8Array(count),
    costs: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    remembered: emptyLab(count),
    origin: new Int32Array(count),
  };
  const begin = (owner: number) => (point: ImagePoint) => {
    const patch = patchAt(prepared, point);
    growth.owners[patch] = owner;
    growth.costs[patch] = 0;
    growth.origin[patch] = patch;
    copyColour(mean, patch, growth.remembered, patch);
    growth.queue.put(patch, 0);
  };
  positive.forEach(begin(WANTED));
  negative.forEach(begin(UNWANTED)); // after the others: within one patch, "not this" is the more precise word
  return growth;
}

function spread(
  growth: Growth,
  { superpixels, grain }: PreparedSelection,
  patch: number,
  tolerance: number,
): void {
  const { first, neighbours, mean } = superpixels;
  const owner = growth.owners[patch] ?? NOBODY;
  const origin = growth.origin[patch] ?? 0;
  const end = first[patch + 1] ?? 0;
  for (let index = first[patch] ?? 0; index < end; index += 1) {
    const next = neighbours[index] ?? 0;
    if (owner === WANTED) {
      if (squaredDistance(mean, next, growth.remembered, patch) > tolerance ** 2) continue;
      if (squaredDistance(mean, next, mean, origin) > (FARTHEST_TOLERANCES * tolerance) ** 2) continue;
    }
    const step = Math.max(0, Math.sqrt(squaredDistance(mean, next, mean, patch)) - grain / 2);
    const cost = (growth.costs[patch] ?? 0) + step ** 2 + COST_OF_A_PATCH;
    if (cost >= (growth.costs[next] ?? 0)) continue;
    growth.costs[next] = cost;
    growth.owners[next] = owner;
    growth.origin[next] = origin;
    remember(growth.remembered, { from: patch, to: next, mean });
    growth.queue.put(next, cost);
  }
}

type Remembering = { readonly from: number; readonly to: number; readonly mean: LabPlanes };

function remember(remembered: LabPlanes, { from, to, mean }: Remembering): void {
  for (const axis of ["l", "a", "b"] as const) {
    const before = remembered[axis][from] ?? 0;
    remembered[axis][to] = before + FORGETTING * ((mean[axis][to] ?? 0) - before);
  }
}

function copyColour(from: LabPlanes, i: number, to: LabPlanes, j: number): void {
  for (const axis of ["l", "a", "b"] as const) to[axis][j] = from[axis][i] ?? 0;
}

function patchAt({ size, reduced, superpixels }: PreparedSelection, point: ImagePoint): number {
  const cell = (at: number, full: number, cells: number) =>
    Math.min(cells - 1, Math.max(0, Math.floor((at * cells) / full)));
  const x = cell(point.x, size.widthPx, reduced.widthPx);
  const y = cell(point.y, size.heightPx, reduced.heightPx);
  return superpixels.patchOf[y * reduced.widthPx + x] ?? 0;
}
