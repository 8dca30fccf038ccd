import type { CreateSurface, Surface } from "../pen.ts";
import type { Size } from "../point.ts";
import type { Picture } from "../scene/motion-scene.ts";
import { covering, within } from "./cover.ts";
import type { Stage } from "./draw-shot.ts";
import { onceAsked } from "./once-asked.ts";
import type { Pixels } from "./push-pull.ts";

/** A picture as the frame shows it at rest, made once: a large picture is made small a single time, not in every frame. */
export type PaintedPicture = {
  readonly surface: Surface;
  /** Its pixels, coarsely: enough to fill holes from and to find things again. Read once; the same object each time. */
  readonly coarse: () => Pixels;
};

const COARSE_PX = 256;

export function paintPicture(picture: Picture, { frame, createSurface }: Stage): PaintedPicture {
  const surface = createSurface(frame.widthPx, frame.heightPx);
  const { scale, left, top } = covering(picture, frame);
  const halved = halvedFor(picture, scale, createSurface);
  surface.pen.drawImage(halved, left, top, picture.widthPx * scale, picture.heightPx * scale);
  return { surface, coarse: onceAsked(() => readCoarse(surface, frame, createSurface)) };
}

/** Canvases read four pixels for one; halving a picture first keeps fine patterns from becoming noise. */
function halvedFor(picture: Picture, scale: number, createSurface: CreateSurface): CanvasImageSource {
  let { source, widthPx, heightPx } = picture;
  for (let remaining = scale; remaining < 0.5; remaining *= 2) {
    [widthPx, heightPx] = [Math.ceil(widthPx / 2), Math.ceil(heightPx / 2)];
    const half = createSurface(widthPx, heightPx);
    half.pen.drawImage(source, 0, 0, widthPx, heightPx);
    source = half.picture;
  }
  return source;
}

function readCoarse({ picture }: Surface, frame: Size, createSurface: CreateSurface): Pixels {
  const { widthPx, heightPx } = within(frame, COARSE_PX);
  const small = createSurface(widthPx, heightPx);
  small.pen.drawImage(
    halvedFor({ ...frame, source: picture }, widthPx / frame.widthPx, createSurface),
    0,
    0,
    widthPx,
    heightPx,
  );
  return { widthPx, heightPx, data: small.pen.getImageData(0, 0, widthPx, heightPx).data };
}
