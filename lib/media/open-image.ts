import sharp, { type Sharp } from "sharp";
import { MAX_IMAGE_PIXELS, readImageHeader } from "./image-header.ts";
import { ChildRefusal } from "./limited-child-entry.ts";

/** Of all that libvips can read, only these two loaders stay switched on; both read memory, never a path or a URL. */
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer"] });
sharp.cache(false);

/**
 * Opens a JPEG or PNG for decoding: header first, then upright and in sRGB. Native code on foreign bytes: only for the
 * children that `runLimitedChild` starts.
 * @throws ChildRefusal with the word of the header parser
 */
export function openImage(bytes: Buffer): { image: Sharp; mime: "image/jpeg" | "image/png" } {
  const header = readImageHeader(bytes);
  if (!header.ok) throw new ChildRefusal(header.refusal, header.message);
  const image = sharp(bytes, { failOn: "error", limitInputPixels: MAX_IMAGE_PIXELS, pages: 1 });
  return { image: image.autoOrient().toColourspace("srgb"), mime: header.mime };
}

/** Runs a decoding step; whatever libvips has against the pixels becomes a refusal of the picture. */
export async function decoding<Result>(step: Promise<Result>): Promise<Result> {
  try {
    return await step;
  } catch (cause) {
    throw new ChildRefusal(
      "undecodable",
      cause instanceof Error ? cause.message : "The picture cannot be decoded.",
    );
  }
}
