import { type CameraPose, partWay } from "../camera.ts";
import type { Pen } from "../pen.ts";
import type { Size } from "../point.ts";
import { drawMesh } from "./draw-mesh.ts";
import type { DrawShot, Stage } from "./draw-shot.ts";
import { type FramePoint, seenAt } from "./project.ts";
import { paintSurroundings, type Reach, type Surroundings } from "./surroundings.ts";

/** A camera that moves before a picture, which is given as the frame shows it at rest. */
export function cameraShot(
  picture: CanvasImageSource,
  end: CameraPose,
  { frame, createSurface }: Stage,
): DrawShot {
  const reach = reachOf(end, frame);
  const surroundings = paintSurroundings(picture, { frame, reach }, createSurface);
  return (pen, fraction) => drawSeen(pen, surroundings, { pose: partWay(end, fraction), frame });
}

type View = { readonly pose: CameraPose; readonly frame: Size };

function drawSeen(pen: Pen, { surface, reach }: Surroundings, { pose, frame }: View): void {
  const seen = seenAt(pose, frame);
  const cells = isFlat(pose) ? FLAT : PERSPECTIVE;
  const to = pointsOf(cells, frame);
  const from = to.map((point) => {
    const { x, y } = seen(point);
    return { x: x - reach.left, y: y - reach.top };
  });
  drawMesh(pen, surface.picture, { ...cells, from, to });
}

/** Without looking aside everything stays straight, and two triangles are exact. */
const FLAT = { columns: 1, rows: 1 };
/** Within a third of a pixel of true perspective at 720p and the strongest turn. */
const PERSPECTIVE = { columns: 16, rows: 9 };

function isFlat({ yawDegrees, pitchDegrees }: CameraPose): boolean {
  return yawDegrees === 0 && pitchDegrees === 0;
}

function pointsOf({ columns, rows }: typeof FLAT, { widthPx, heightPx }: Size): FramePoint[] {
  return Array.from({ length: (columns + 1) * (rows + 1) }, (_, index) => ({
    x: ((index % (columns + 1)) * widthPx) / columns,
    y: (Math.floor(index / (columns + 1)) * heightPx) / rows,
  }));
}

const MOMENTS = [0.25, 0.5, 0.75, 1];
const MARGIN_PX = 4;

/** How far beyond the frame the camera ever sees. */
function reachOf(end: CameraPose, frame: Size): Reach {
  const seen = MOMENTS.flatMap((fraction) =>
    pointsOf(FLAT, frame).map(seenAt(partWay(end, fraction), frame)),
  );
  const [xs, ys] = [seen.map(({ x }) => x), seen.map(({ y }) => y)];
  return {
    left: Math.floor(Math.min(0, ...xs)) - MARGIN_PX,
    top: Math.floor(Math.min(0, ...ys)) - MARGIN_PX,
    right: Math.ceil(Math.max(frame.widthPx, ...xs)) + MARGIN_PX,
    bottom: Math.ceil(Math.max(frame.heightPx, ...ys)) + MARGIN_PX,
  };
}
