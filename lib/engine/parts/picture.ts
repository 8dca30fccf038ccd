import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { decodePicture } from "../read/decode-picture.ts";
import { type Box, type Draw, type PartOf, pixelsOf, type Setup } from "./part.ts";

/** Share of the frame's height by which a floating picture rises and sinks, and how long that takes. */
const FLOAT = { height: 0.015, seconds: 3 } as const;

/** A picture that covers its place in the frame. */
export async function preparePicture(part: PartOf<"picture">, setup: Setup): Promise<Draw> {
  const place = pixelsOf(part.at, setup);
  const size = {
    widthPx: Math.max(1, Math.round(place.width)),
    heightPx: Math.max(1, Math.round(place.height)),
  };
  const decoded = await decodePicture(part.image, size);
  const picture = part.cutOut === undefined ? decoded : cutOut(decoded, part.cutOut);
  const { isMirrored, zoom, degrees } = part.view ?? { isMirrored: false, zoom: 1, degrees: 0 };
  return (context, seconds) => {
    const rise = part.floats === true ? Math.sin((2 * Math.PI * seconds) / FLOAT.seconds) : 0;
    context.save();
    const gone = ((part.goesRight ?? 0) * setup.widthPx * seconds) / setup.durationSeconds;
    context.translate(place.x + gone, place.y + rise * FLOAT.height * setup.heightPx);
    context.beginPath();
    context.rect(0, 0, place.width, place.height);
    context.clip();
    context.translate(place.width / 2, place.height / 2);
    context.rotate((degrees * Math.PI) / 180);
    context.scale(isMirrored ? -zoom : zoom, zoom);
    context.drawImage(picture, -place.width / 2, -place.height / 2, place.width, place.height);
    context.restore();
  };
}

/** What lies within an ellipse of the picture, and nothing around it. */
function cutOut(picture: Canvas, { x, y, width, height }: Box): Canvas {
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  const [radiusX, radiusY] = [(width * picture.width) / 2, (height * picture.height) / 2];
  context.beginPath();
  context.ellipse(
    x * picture.width + radiusX,
    y * picture.height + radiusY,
    radiusX,
    radiusY,
    0,
    0,
    2 * Math.PI,
  );
  context.clip();
  context.drawImage(picture, 0, 0);
  return canvas;
}
