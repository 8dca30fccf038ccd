import { cornersOf } from "./corners.ts";
import type { GreyFrame } from "./grey-frame.ts";
import { chain, fitHomography, type Homography, IDENTITY, middle } from "./homography.ts";
import { pyramidOf } from "./pyramid.ts";
import { trackPoints } from "./track-points.ts";

/** Cells along the longer side, each with one place that is followed. */
const CELLS = 18;

/**
 * How the whole picture has moved since the first frame, frame by frame. What moves by itself in it does not count as long
 * as most of the picture agrees. Where nothing can be told (a cut, darkness), it stays as it was.
 */
export function followPicture(frames: readonly GreyFrame[]): readonly Homography[] {
  const pyramids = frames.map(pyramidOf);
  let since = IDENTITY;
  let pace = { x: 0, y: 0 };
  return pyramids.map((pyramid, index) => {
    const before = pyramids[index - 1];
    const [base] = pyramid;
    if (before === undefined || base === undefined) return since;
    const pairs = trackPoints(before, pyramid, cornersOf(before, { cells: CELLS }), pace);
    const step = fitHomography(
      pairs.map((pair) => ({ from: shareOf(pair.from, base), to: shareOf(pair.to, base) })),
    );
    if (step === null) return since;
    pace = {
      x: middle(pairs.map(({ from, to }) => to.x - from.x)),
      y: middle(pairs.map(({ from, to }) => to.y - from.y)),
    };
    since = chain(since, step);
    return since;
  });
}

/** From the middle of the frame, in its widths. */
function shareOf(
  { x, y }: { x: number; y: number },
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
) {
  return { x: (x - (widthPx - 1) / 2) / widthPx, y: (y - (heightPx - 1) / 2) / widthPx };
}
