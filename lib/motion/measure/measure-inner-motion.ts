import type { GlobalMotion } from "./global-motion.ts";
import type { GreyFrame } from "./grey-frame.ts";
import { measureMotion } from "./measure-motion.ts";

/** Of both sides. */
const INNER_SHARE = 0.6;

/**
 * The motion of what fills the middle of a film: of the person who acts there, or of everything when it is the camera that
 * moves. In shares of the whole picture's width, as `measureMotion` says.
 */
export function measureInnerMotion(frames: readonly GreyFrame[]): readonly GlobalMotion[] {
  return measureMotion(frames.map(innerFrame)).map((motion) => ({
    ...motion,
    shift: { x: motion.shift.x * INNER_SHARE, y: motion.shift.y * INNER_SHARE },
  }));
}

function innerFrame({ widthPx, heightPx, grey, atSeconds }: GreyFrame): GreyFrame {
  const inner = { widthPx: Math.round(widthPx * INNER_SHARE), heightPx: Math.round(heightPx * INNER_SHARE) };
  const left = (widthPx - inner.widthPx) >> 1;
  const top = (heightPx - inner.heightPx) >> 1;
  const cut = new Uint8Array(inner.widthPx * inner.heightPx);
  for (let row = 0; row < inner.heightPx; row += 1) {
    const from = (top + row) * widthPx + left;
    cut.set(grey.subarray(from, from + inner.widthPx), row * inner.widthPx);
  }
  return { ...inner, grey: cut, atSeconds };
}
