import { FREE, LABELS, type Label, type LabelBuffer, REGIONS, type Region } from "../labels.ts";
import { nearestLeg } from "../path/edit-path.ts";
import type { ImagePoint } from "../point.ts";
import type { PointerKind } from "./brush-event.ts";
import type { BrushState } from "./brush-state.ts";
import type { World } from "./step.ts";

/** What lies under a pointer. */
export type Hit =
  | { readonly on: "handle"; readonly region: Region; readonly point: number }
  /** Between the point before `to` and `to`. */
  | { readonly on: "path"; readonly region: Region; readonly to: number }
  | { readonly on: "label"; readonly label: Label }
  | { readonly on: "picture" };

const PATH_REACH_PX = 8;

/** Half of what a hand needs: 24 CSS pixels for a mouse or pen, 44 for a finger. */
export function handleReachPx(kind: PointerKind): number {
  return kind === "touch" ? 22 : 12;
}

/** Handles before lines before pixels; the label in use before the others; what is hidden is not there. */
export function hitAt(
  state: BrushState,
  { at, kind }: { at: ImagePoint; kind: PointerKind },
  world: World,
): Hit {
  const regions = [...REGIONS]
    .sort((a, b) => Number(b === state.label) - Number(a === state.label))
    .filter((region) => !state.hidden.includes(region));
  for (const region of regions) {
    const point = handleAt(world.paths[region] ?? [], at, handleReachPx(kind) / state.view.scale);
    if (point !== null) return { on: "handle", region, point };
  }
  for (const region of regions) {
    const leg = nearestLeg(world.paths[region] ?? [], at);
    if (leg !== null && leg.distancePx <= PATH_REACH_PX / state.view.scale)
      return { on: "path", region, to: leg.to };
  }
  const owner = ownerAt(world.labels, at);
  const label = LABELS.find((one) => one === owner && !state.hidden.includes(one));
  return label === undefined ? { on: "picture" } : { on: "label", label };
}

/** `null` outside the picture. */
export function ownerAt({ widthPx, heightPx, owners }: LabelBuffer, { x, y }: ImagePoint): number | null {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (column < 0 || row < 0 || column >= widthPx || row >= heightPx) return null;
  return owners[row * widthPx + column] ?? FREE;
}

function handleAt(path: readonly ImagePoint[], at: ImagePoint, reachPx: number): number | null {
  let [nearest, leastPx]: [number | null, number] = [null, reachPx];
  path.forEach(({ x, y }, index) => {
    const distancePx = Math.hypot(x - at.x, y - at.y);
    if (distancePx <= leastPx) [nearest, leastPx] = [index, distancePx];
  });
  return nearest;
}
