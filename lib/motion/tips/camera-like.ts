import type { Path } from "../document.ts";
import { middleOf } from "../forms/middle-of.ts";
import type { Paths } from "../history/paths.ts";
import { type LabelBuffer, REGIONS, STILL } from "../labels.ts";

/** Where the whole picture would go; `apart` and `together` as with a zoom. */
export type CameraLikeMove = "left" | "right" | "up" | "down" | "apart" | "together";

type Drawing = { readonly labels: LabelBuffer; readonly paths: Paths; readonly counts: Uint32Array };
type Vector = { readonly x: number; readonly y: number };

/** Share of the picture that has to move before it is the picture that moves. */
const MOST = 0.6;
/** How far a single region may stray from the common way, as a share of its length. */
const STRAY = 0.35;
/** Fewer regions that move away from the middle are no zoom. */
const ZOOM_REGIONS = 3;

/** Whether nearly all of the picture is meant to move in one way, which a camera does better than masks. */
export function cameraLikeMove({ labels, paths, counts }: Drawing): CameraLikeMove | null {
  if ((counts[STILL] ?? 0) > 0) return null;
  const moving = REGIONS.flatMap((region) => {
    const [path, middle] = [paths[region], middleOf(labels, region)];
    return path === undefined || middle === null ? [] : [{ region, middle, way: wayOf(path) }];
  });
  const pixels = moving.reduce((sum, { region }) => sum + (counts[region] ?? 0), 0);
  if (moving.length === 0) return null;
  if (pixels >= labels.owners.length * MOST) {
    const shift = commonWay(moving.map(({ way }) => way));
    if (shift !== null) return headingOf(shift);
  }
  const outwards = moving.map(({ middle, way }) => ({
    way,
    out: { x: middle.x - labels.widthPx / 2, y: middle.y - labels.heightPx / 2 },
  }));
  return moving.length < ZOOM_REGIONS ? null : zoomOf(outwards);
}

/** From the first point to the last: a way that winds is no camera move, and its straight part is short. */
function wayOf(path: Path): Vector {
  const [first, last] = [path.at(0), path.at(-1)];
  return { x: (last?.x ?? 0) - (first?.x ?? 0), y: (last?.y ?? 0) - (first?.y ?? 0) };
}

function commonWay(ways: readonly Vector[]): Vector | null {
  const sum = ways.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  const mean = { x: sum.x / ways.length, y: sum.y / ways.length };
  const allowed = Math.hypot(mean.x, mean.y) * STRAY;
  return ways.every(({ x, y }) => Math.hypot(x - mean.x, y - mean.y) < allowed) ? mean : null;
}

/** Only along one side of the picture: a slanting shift is no single axis of a camera. */
function headingOf({ x, y }: Vector): CameraLikeMove | null {
  if (Math.abs(y) <= Math.abs(x) * STRAY) return x > 0 ? "right" : "left";
  if (Math.abs(x) <= Math.abs(y) * STRAY) return y > 0 ? "down" : "up";
  return null;
}

function zoomOf(regions: readonly { readonly way: Vector; readonly out: Vector }[]): CameraLikeMove | null {
  const shares = regions.map(({ way, out }) => {
    const lengths = Math.hypot(way.x, way.y) * Math.hypot(out.x, out.y);
    return lengths === 0 ? 0 : (way.x * out.x + way.y * out.y) / lengths;
  });
  if (shares.every((share) => share > 1 - STRAY)) return "apart";
  return shares.every((share) => share < STRAY - 1) ? "together" : null;
}
