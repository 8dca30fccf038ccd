import { readFile } from "node:fs/promises";
import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import { decoding, openImage } from "#lib/media/open-image.ts";

type Size = { widthPx: number; heightPx: number };

/**
 * Decodes a JPEG or PNG, upright and in sRGB, cropped to the middle so that it covers the size exactly.
 * Native code on foreign bytes: call it in a limited child only, and only here after the header was read.
 * @throws ChildRefusal when the file is not a picture we take
 */
export async function decodePicture(path: string, { widthPx, heightPx }: Size): Promise<Canvas> {
  const { image } = openImage(await readFile(path));
  const covering = image
    .resize(widthPx, heightPx, { fit: "cover" })
    .flatten({ background: "#ffffff" })
    .ensureAlpha()
    .raw();
  const { data } = await decoding(covering.toBuffer({ resolveWithObject: true }));
  const canvas = createCanvas(widthPx, heightPx);
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  canvas.getContext("2d").putImageData(new ImageData(pixels, widthPx, heightPx), 0, 0);
  return canvas;
}
