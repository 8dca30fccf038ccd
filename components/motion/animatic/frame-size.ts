import type { Size } from "#lib/motion/point.ts";

/** More than 720p would cost frames and show nothing that judges a move better. */
const LONGEST_PX = 1280;
const SHORTEST_PX = 720;

/** Frames grow in steps this large, so that a window that is being resized does not paint its pictures anew all the time. */
const STEP_PX = 160;

/** Pixels to draw for a clip of this shape in so much room, which is given in the device's own pixels. */
export function frameSize(shape: Size, room: Size): Size {
  const [long, short] = [Math.max(shape.widthPx, shape.heightPx), Math.min(shape.widthPx, shape.heightPx)];
  const shown = long * Math.min(room.widthPx / shape.widthPx, room.heightPx / shape.heightPx);
  const most = long * Math.min(LONGEST_PX / long, SHORTEST_PX / short);
  const scale = Math.min(most, Math.max(1, Math.ceil(shown / STEP_PX)) * STEP_PX) / long;
  return {
    widthPx: Math.max(1, Math.round(shape.widthPx * scale)),
    heightPx: Math.max(1, Math.round(shape.heightPx * scale)),
  };
}
