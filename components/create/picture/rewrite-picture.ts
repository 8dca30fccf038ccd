import { IMAGE_LIMITS } from "#lib/kling/limits.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import { type Crop, sizeToWrite } from "./crop-geometry.ts";

export type RewrittenPicture = { readonly file: Blob; readonly name: string; readonly size: ImageSize };

/** Tried in turn until the file is light enough; the first almost always is. */
const JPEG_QUALITIES = [0.92, 0.85, 0.75, 0.6] as const;

/** Cuts, scales and writes a picture anew as a JPEG that upstream takes. What was transparent becomes white. */
export async function rewritePicture(
  source: { readonly file: Blob; readonly name: string },
  crop: Crop,
): Promise<RewrittenPicture> {
  const size = sizeToWrite(crop);
  const canvas = document.createElement("canvas");
  canvas.width = size.widthPx;
  canvas.height = size.heightPx;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser gives no canvas to draw on");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, size.widthPx, size.heightPx);
  pen.imageSmoothingQuality = "high";
  const bitmap = await createImageBitmap(source.file);
  pen.drawImage(bitmap, crop.x, crop.y, crop.widthPx, crop.heightPx, 0, 0, size.widthPx, size.heightPx);
  bitmap.close();
  return { file: await lightEnough(canvas), name: asJpegName(source.name), size };
}

async function lightEnough(canvas: HTMLCanvasElement): Promise<Blob> {
  for (const quality of JPEG_QUALITIES) {
    const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    if (file !== null && file.size <= IMAGE_LIMITS.maxBytes) return file;
  }
  throw new Error("the picture could not be made light enough");
}

function asJpegName(name: string): string {
  return `${name.replace(/\.[^.]+$/, "")}.jpg`;
}
