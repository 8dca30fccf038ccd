import type { ImageSize } from "#lib/kling/output.ts";
import type { Crop } from "./crop-geometry.ts";

type Rewriting = {
  readonly crop: Crop;
  /** Measures that are written. */
  readonly size: ImageSize;
  readonly maxBytes: number;
};

/** Tried in turn until the file is light enough; the first almost always is. */
const JPEG_QUALITIES = [0.92, 0.85, 0.75, 0.6] as const;

/**
 * Cuts, scales and writes a picture anew as a JPEG. What was transparent becomes white.
 * @throws when the device has no canvas of this size, or no quality is light enough
 */
export async function rewritePicture(file: Blob, { crop, size, maxBytes }: Rewriting): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = size.widthPx;
  canvas.height = size.heightPx;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser gives no canvas to draw on");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, size.widthPx, size.heightPx);
  pen.imageSmoothingQuality = "high";
  const bitmap = await createImageBitmap(file);
  pen.drawImage(bitmap, crop.x, crop.y, crop.widthPx, crop.heightPx, 0, 0, size.widthPx, size.heightPx);
  bitmap.close();
  for (const quality of JPEG_QUALITIES) {
    const written = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, "image/jpeg", quality),
    );
    if (written !== null && written.size <= maxBytes) return written;
  }
  throw new Error("the picture could not be made light enough");
}
