import type { CameraPose } from "../camera.ts";
import { type CameraWay, poseOn } from "../camera-way.ts";
import type { Pen } from "../pen.ts";
import type { Size } from "../point.ts";
import { drawBent } from "./draw-bent.ts";
import type { DrawShot, Stage } from "./draw-shot.ts";
import { type FramePoint, seenAt } from "./project.ts";
import { paintSurroundings, type Reach, type Surroundings } from "./surroundings.ts";

/** A camera that moves before a picture, which is given as the frame shows it at rest. */
export function cameraShot(
  picture: CanvasImageSource,
  way: CameraWay,
  { frame, createSurface }: Stage,
): DrawShot {
  const reach = reachOf(way, frame);
  const surroundings = paintSurroundings(picture, { frame, reach }, createSurface);
  return (pen, fraction) => drawSeen(pen, surroundings, { pose: poseOn(way, fraction), frame });
}

type View = { readonly pose: CameraPose; readonly frame: Size };

function drawSeen(pen: Pen, { surface, reach }: Surroundings, { pose, frame }: View): void {
  const seen = seenAt(pose, frame);
  const sourceOf = (at: FramePoint) => {
    const { x, y } = seen(at);
    return { x: x - reach.left, y: y - reach.top };
  };
  const aside = (Math.abs(pose.yawDegrees) + Math.abs(pose.pitchDegrees)) / STRONGEST_DEGREES;
  // What a straight cell gets wrong grows with its area and with the turn: so many are always as good.
  drawBent(pen, { picture: surface.picture, frame, sourceOf, cells: MOST_CELLS * Math.sqrt(aside) });
}

/** Only looking aside bends: all else that a camera does keeps straight what is straight. */
const STRONGEST_DEGREES = 15;
/** Under half a pixel from true perspective, at 720p and the strongest turn; more cells are more than a phone can draw. */
const MOST_CELLS = 16;

/** Looks between two poses of a way. */
const LOOKS = 4;
const MARGIN_PX = 4;

/** How far beyond the frame the camera ever sees. */
function reachOf(way: CameraWay, frame: Size): Reach {
  const looks = LOOKS * Math.max(1, way.length - 1);
  const seen = Array.from({ length: looks + 1 }, (_, look) => poseOn(way, look / looks)).flatMap((pose) =>
    cornersOf(frame).map(seenAt(pose, frame)),
  );
  const [xs, ys] = [seen.map(({ x }) => x), seen.map(({ y }) => y)];
  return {
    left: Math.floor(Math.min(0, ...xs)) - MARGIN_PX,
    top: Math.floor(Math.min(0, ...ys)) - MARGIN_PX,
    right: Math.ceil(Math.max(frame.widthPx, ...xs)) + MARGIN_PX,
    bottom: Math.ceil(Math.max(frame.heightPx, ...ys)) + MARGIN_PX,
  };
}

function cornersOf({ widthPx, heightPx }: Size): FramePoint[] {
  return [0, widthPx].flatMap((x) => [0, heightPx].map((y) => ({ x, y })));
}
