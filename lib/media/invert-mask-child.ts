import { readFile, writeFile } from "node:fs/promises";
import type { InvertMaskJob } from "./invert-mask.ts";
import { serveParent } from "./limited-child-entry.ts";
import { decoding, openImage } from "./open-image.ts";

/** The job comes from `invertMask` over our own channel, so its shape is taken as given. */
serveParent(async (input) => {
  const { inputPath, outputPath } = input as InvertMaskJob;
  const { image } = openImage(await readFile(inputPath));
  const inverted = image.flatten({ background: "#000000" }).negate().toColourspace("b-w").png();
  await writeFile(outputPath, await decoding(inverted.toBuffer()));
});
