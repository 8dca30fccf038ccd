import { readFile, writeFile } from "node:fs/promises";
import { serveParent } from "./limited-child-entry.ts";
import type { NormalizeImageJob } from "./normalize-image.ts";
import { decoding, openImage } from "./open-image.ts";

const JPEG_QUALITY = 92;
const THUMBNAIL_SIDE_PX = 512;
const THUMBNAIL_QUALITY = 78;

/**
 * Decodes an upload and writes it anew: what comes out holds pixels and nothing else. The job comes from `normalizeImage`
 * over our own channel, so its shape is taken as given.
 */
serveParent(async (input) => {
  const { inputPath, imagePath, thumbnailPath } = input as NormalizeImageJob;
  const { image, mime } = openImage(await readFile(inputPath));
  const encoded =
    mime === "image/jpeg"
      ? image.clone().jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:4:4" })
      : image.clone().png({ compressionLevel: 7 });
  const { data, info } = await decoding(encoded.toBuffer({ resolveWithObject: true }));
  const thumbnail = image
    .resize(THUMBNAIL_SIDE_PX, THUMBNAIL_SIDE_PX, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: THUMBNAIL_QUALITY });
  await writeFile(imagePath, data);
  await writeFile(thumbnailPath, await decoding(thumbnail.toBuffer()));
  return { mime, widthPx: info.width, heightPx: info.height };
});
