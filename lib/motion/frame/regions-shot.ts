import { alongPath, type MeasuredPath, measurePath } from "../along-path.ts";
import type { Path } from "../document.ts";
import { REGIONS, STILL } from "../labels.ts";
import type { Pen } from "../pen.ts";
import type { ShotContent } from "../scene/motion-scene.ts";
import { covering, within } from "./cover.ts";
import { type CutOut, cutOut, drawCutOut } from "./cut-out.ts";
import type { DrawShot, Stage } from "./draw-shot.ts";
import { paintBehind } from "./fill-background.ts";
import { onceAsked } from "./once-asked.ts";
import type { PaintedPicture } from "./painted-picture.ts";
import { averaged, grown, type Mask, maskOf, ownersInFrame } from "./soft-mask.ts";

type Regions = Extract<ShotContent, { content: "regions" }>;

/** Masks are read on a grid this long: fine enough for clean edges, coarse enough to be read anew with each stroke. */
const GRID_PX = 768;
/** In steps of the grid: how soft cut-outs are, and how far around them is taken away: nobody paints to the very edge. */
const EDGE = 1;
const HALO = 6;
const HOLE_EDGE = 3;
const MARGIN = HALO + HOLE_EDGE + 1;

/** A region on its way: what is seen of it, what it leaves behind, and where it goes, in pixels of `labels`. */
type Traveller = { readonly layer: CutOut; readonly hole: CutOut; readonly way: MeasuredPath };

/** Regions go their ways at a steady pace over the picture they were cut out of; what must stay still lies on top. */
export function regionsShot(painted: PaintedPicture, content: Regions, stage: Stage): DrawShot {
  const { picture } = painted.surface;
  const layers = onceAsked(() => cutLayers(painted, content, stage));
  const { scale } = covering(content.labels, stage.frame);
  return (pen, fraction) => {
    pen.drawImage(picture, 0, 0);
    if (fraction === 0) return;
    const { travellers, still, haloPx } = layers();
    drawTravellers(pen, travellers, { fraction, scale, haloPx });
    if (still !== null) drawCutOut(pen, still, { x: 0, y: 0 });
  };
}

type Layers = {
  readonly travellers: readonly Traveller[];
  readonly still: CutOut | null;
  readonly haloPx: number;
};

function cutLayers(painted: PaintedPicture, { labels, paths }: Regions, stage: Stage): Layers {
  const { frame, createSurface } = stage;
  const grid = within(frame, GRID_PX);
  const owners = ownersInFrame(labels, frame, grid);
  const picture = painted.surface.picture;
  const moving = REGIONS.flatMap((region) =>
    moverOf(paths[region], maskOf(owners, grid, { label: region, marginPx: MARGIN })),
  );
  const holes = moving.map(({ mask }) => grown(mask, HALO));
  const behind =
    moving.length === 0 ? null : paintBehind(painted.coarse(), { masks: holes, grid }, createSurface);
  const cut = (from: CanvasImageSource, mask: Mask) => cutOut(from, mask, { stage, grid });
  const travellers = moving.map(({ mask, way }, index) => ({
    way,
    layer: cut(picture, averaged(mask, EDGE)),
    hole: cut(behind?.picture ?? picture, averaged(holes[index] ?? mask, HOLE_EDGE)),
  }));
  const stillMask = maskOf(owners, grid, { label: STILL, marginPx: EDGE });
  const still = stillMask === null ? null : cut(picture, averaged(stillMask, EDGE));
  return { travellers, still, haloPx: (HALO * frame.widthPx) / grid.widthPx };
}

function moverOf(path: Path = [], mask: Mask | null): { readonly mask: Mask; readonly way: MeasuredPath }[] {
  return path.length < 2 || mask === null ? [] : [{ mask, way: measurePath(path) }];
}

type Moment = { readonly fraction: number; readonly scale: number; readonly haloPx: number };

/** Holes first: what one region leaves behind must not cover another. */
function drawTravellers(
  pen: Pen,
  travellers: readonly Traveller[],
  { fraction, scale, haloPx }: Moment,
): void {
  const placed = travellers.map((traveller) => ({
    ...traveller,
    gone: goneOn(traveller.way, fraction, scale),
  }));
  for (const { hole, gone } of placed) {
    // It opens as the region leaves: at the start the whole picture is there, untouched.
    pen.globalAlpha = Math.min(1, Math.hypot(gone.x, gone.y) / haloPx);
    drawCutOut(pen, hole, { x: 0, y: 0 });
  }
  pen.globalAlpha = 1;
  for (const { layer, gone } of placed) drawCutOut(pen, layer, gone);
}

/** How far a region is from where it was painted: as far as its path is from its own start. */
function goneOn(way: MeasuredPath, fraction: number, scale: number) {
  const [from, to] = [alongPath(way, 0), alongPath(way, fraction)];
  return { x: (to.x - from.x) * scale, y: (to.y - from.y) * scale };
}
