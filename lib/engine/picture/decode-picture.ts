import { readFile } from "node:fs/promises";
import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import sharp from "sharp";
import { readImageHeader } from "#lib/media/image-header.ts";
import { ChildRefusal } from "#lib/media/limited-child-entry.ts";

type Size = { widthPx: number; heightPx: number };

/**
 * Decodes a JPEG or PNG, upright and in sRGB, cropped to the middle so that it covers the size exactly.
 * Native code on foreign bytes: call it in a limited child only, and only here after the header was read.
 * @throws ChildRefusal when the file is not a picture we take
 */
export async function decodePicture(path: string, { widthPx, heightPx }: Size): Promise<Canvas> {
  const bytes = await readFile(path);
  const header = readImageHeader(bytes);
  if (!header.ok) throw new ChildRefusal(header.refusal, header.message);
  const { data } = await decode(bytes, { widthPx, heightPx });
  const canvas = createCanvas(widthPx, heightPx);
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  canvas.getContext("2d").putImageData(new ImageData(pixels, widthPx, heightPx), 0, 0);
  return canvas;
}

async function decode(bytes: Buffer, { widthPx, heightPx }: Size): Promise<{ data: Buffer }> {
  try {
    return await sharp(bytes, { failOn: "error", limitInputPixels: 50_000_000, pages: 1 })
      .autoOrient()
      .toColourspace("srgb")
      .resize(widthPx, heightPx, { fit: "cover" })
      .flatten({ background: "#ffffff" })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
  } catch (cause) {
    throw new ChildRefusal(
      "undecodable",
      cause instanceof Error ? cause.message : "The picture cannot be decoded.",
    );
  }
}
