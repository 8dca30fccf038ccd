import { readFile } from "node:fs/promises";
import { decoding, openImage } from "#lib/media/open-image.ts";
import { type LabelBuffer, REGIONS, STILL } from "#lib/motion/labels.ts";
import { fromWire } from "#lib/motion/path/wire.ts";
import { imagePoint, type Size } from "#lib/motion/point.ts";
import type { ShotContent } from "#lib/motion/scene/motion-scene.ts";
import type { Guide } from "../parts/part.ts";

type Strokes = Pick<Extract<ShotContent, { content: "regions" }>, "labels" | "paths">;

/**
 * The masks and trajectories of a request as the animatic takes them. Masks may be of another resolution than the picture
 * (off-26 §3.2 asks for its shape only); trajectories are brought to theirs.
 * @throws ChildRefusal when a mask is not a picture we take
 */
export async function brushStrokes({
  masks,
  stillMask,
  pictureSize,
}: Extract<Guide, { by: "brush" }>): Promise<Strokes> {
  const drawn = masks.flatMap((mask, index) => {
    const region = REGIONS[index];
    return region === undefined ? [] : [{ ...mask, region }];
  });
  const painted = drawn.map(({ mask, region }) => ({ mask, label: region as number }));
  const labels = await labelsOf(
    stillMask === null ? painted : [...painted, { mask: stillMask, label: STILL }],
  );
  const scale = { x: labels.widthPx / pictureSize.widthPx, y: labels.heightPx / pictureSize.heightPx };
  const paths = Object.fromEntries(
    drawn.map(({ region, trajectory }) => [
      region,
      fromWire(trajectory, pictureSize).map(({ x, y }) => imagePoint(x * scale.x, y * scale.y)),
    ]),
  );
  return { labels, paths };
}

/** Where masks overlap, the later one has the pixel. All are of the first one's size (a rule of the request). */
async function labelsOf(
  painted: readonly { readonly mask: string; readonly label: number }[],
): Promise<LabelBuffer> {
  let labels: (Size & { owners: Uint8Array<ArrayBuffer> }) | null = null;
  for (const { mask, label } of painted) {
    const { data, widthPx, heightPx }: Gray = await grayOf(mask, labels);
    labels ??= { widthPx, heightPx, owners: new Uint8Array(widthPx * heightPx) };
    for (let index = 0; index < labels.owners.length; index += 1) {
      if ((data[index] ?? 0) > HALF) labels.owners[index] = label;
    }
  }
  if (labels === null) throw new RangeError("A brush without masks.");
  return labels;
}

/** Masks have two levels; those that were scaled on their way may have more. */
const HALF = 127;

type Gray = Size & { readonly data: Uint8Array };

async function grayOf(path: string, size: Size | null): Promise<Gray> {
  const { image } = openImage(await readFile(path));
  const gray = image.flatten({ background: "#000000" }).toColourspace("b-w");
  const sized =
    size === null ? gray : gray.resize(size.widthPx, size.heightPx, { fit: "fill", kernel: "nearest" });
  const { data, info } = await decoding(sized.extractChannel(0).raw().toBuffer({ resolveWithObject: true }));
  return { data, widthPx: info.width, heightPx: info.height };
}
