import { type Draw, type PartOf, pixelsOf, type Setup } from "./part.ts";

/** Takes away what stands at a place: the ground beside it is drawn over it. */
export function prepareVeil({ at }: PartOf<"veil">, setup: Setup): Draw {
  const { x, y, width, height } = pixelsOf(at, setup);
  const isLeft = at.x + at.width / 2 > 0.5;
  const besideX = isLeft ? Math.max(0, x - width) : Math.min(setup.widthPx - width, x + width);
  return (context) => {
    context.save();
    context.beginPath();
    context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
    context.clip();
    context.drawImage(context.canvas, besideX, y, width, height, x, y, width, height);
    context.restore();
  };
}
