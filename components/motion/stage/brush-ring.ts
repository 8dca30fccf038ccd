import type { BrushSession } from "../session/brush-session.ts";
import type { Cursor } from "./stage-painter.ts";

/** The brush's size under the pointer: an element of its own, which moves without anything being drawn again. */
export function createBrushRing(ring: HTMLElement, session: BrushSession) {
  let shownDiameterPx = 0;
  return {
    show(cursor: Cursor | null): void {
      const { tool, brushRadiusPx, view, gesture } = session.state();
      const isBrush = tool === "brush" || tool === "eraser";
      const isBusy = gesture.mode === "panning" || gesture.mode === "pinching";
      if (cursor === null || !isBrush || isBusy || (cursor.isTouch && !cursor.isDown)) {
        ring.style.opacity = "0";
        return;
      }
      const diameterPx = Math.max(2, 2 * brushRadiusPx * view.scale);
      if (diameterPx !== shownDiameterPx) {
        shownDiameterPx = diameterPx;
        ring.style.width = ring.style.height = `${diameterPx}px`;
      }
      const centre = gesture.mode === "resizing" ? gesture.from : cursor.at;
      ring.style.opacity = "1";
      ring.style.transform = `translate(${centre.x - diameterPx / 2}px, ${centre.y - diameterPx / 2}px)`;
    },
  };
}
