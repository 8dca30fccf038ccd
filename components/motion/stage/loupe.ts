import { toImage } from "#lib/motion/view/view.ts";
import type { BrushSession } from "../session/brush-session.ts";
import type { Cursor, StageElements } from "./stage-painter.ts";

type Sources = Pick<StageElements, "loupe" | "picture"> & {
  /** In CSS pixels of the stage. */
  readonly drawLabels: (pen: CanvasRenderingContext2D) => void;
};

const SIZE_PX = 120;
const ABOVE_FINGER_PX = 96;
const ZOOM = 2;

/** What the finger covers, enlarged, above it; below it at the upper edge. */
export function createLoupe({ loupe, picture, drawLabels }: Sources, session: BrushSession) {
  const pen = loupe.getContext("2d");
  const density = Math.min(window.devicePixelRatio, 2);
  loupe.width = loupe.height = SIZE_PX * density;

  function draw({ at }: Cursor): void {
    if (pen === null) return;
    const { view, brushRadiusPx } = session.state();
    const side = SIZE_PX / ZOOM;
    pen.setTransform(density, 0, 0, density, 0, 0);
    pen.fillStyle = "black";
    pen.fillRect(0, 0, SIZE_PX, SIZE_PX);
    pen.setTransform(ZOOM * density, 0, 0, ZOOM * density, 0, 0);
    pen.translate(side / 2 - at.x, side / 2 - at.y);
    const around = toImage(view, at);
    const reach = side / view.scale;
    const [left, top] = [Math.max(0, around.x - reach), Math.max(0, around.y - reach)];
    const right = Math.min(picture.naturalWidth, around.x + reach);
    const bottom = Math.min(picture.naturalHeight, around.y + reach);
    if (right > left && bottom > top) {
      const [x, y] = [view.left + left * view.scale, view.top + top * view.scale];
      const [width, height] = [right - left, bottom - top];
      pen.drawImage(picture, left, top, width, height, x, y, width * view.scale, height * view.scale);
    }
    drawLabels(pen);
    pen.beginPath();
    pen.arc(at.x, at.y, Math.max(1, brushRadiusPx * view.scale), 0, 2 * Math.PI);
    for (const [widthPx, colour] of [
      [1.5, "rgb(8 8 14)"],
      [0.75, "white"],
    ] as const) {
      pen.lineWidth = widthPx;
      pen.strokeStyle = colour;
      pen.stroke();
    }
  }

  return {
    show(cursor: Cursor | null): void {
      const { mode } = session.state().gesture;
      const isWanted = cursor?.isTouch && cursor.isDown && mode !== "panning" && mode !== "pinching";
      loupe.style.opacity = isWanted ? "1" : "0";
      if (cursor === null || !isWanted) return;
      const y =
        cursor.at.y > ABOVE_FINGER_PX + SIZE_PX / 2
          ? cursor.at.y - ABOVE_FINGER_PX
          : cursor.at.y + ABOVE_FINGER_PX;
      loupe.style.transform = `translate(${cursor.at.x - SIZE_PX / 2}px, ${y - SIZE_PX / 2}px)`;
      draw(cursor);
    },
  };
}
