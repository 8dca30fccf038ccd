import { ByteReader } from "./byte-reader.ts";
import { type ImageHeader, type RefusedImage, refuse } from "./image-facts.ts";

const SIGNATURE_BYTES = 8;
const ALPHA_COLOR_TYPES: ReadonlySet<number> = new Set([4, 6]);
const VALID_DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/**
 * Reads IHDR and walks the chunks up to the first picture data. An `acTL` chunk there makes the file an animation.
 * Layout: PNG specification (third edition), sections 5.3, 11.2.1 and 11.3.
 */
export function readPngHeader(bytes: Uint8Array): ImageHeader | RefusedImage {
  const reader = new ByteReader(bytes, SIGNATURE_BYTES);
  const length = reader.uint32();
  if (reader.ascii(4) !== "IHDR" || length !== 13)
    return refuse("damaged", "The PNG does not begin with its header.");
  const [widthPx, heightPx, bitDepth, colorType] = [
    reader.uint32(),
    reader.uint32(),
    reader.uint8(),
    reader.uint8(),
  ];
  const [compression, filter, interlace] = [reader.uint8(), reader.uint8(), reader.uint8()];
  const isValid =
    VALID_DEPTHS[colorType]?.includes(bitDepth) && compression === 0 && filter === 0 && interlace <= 1;
  if (reader.isPastEnd || !isValid || !isPngSide(widthPx) || !isPngSide(heightPx)) {
    return refuse("damaged", "The PNG's header makes no sense.");
  }
  const chunks = chunksBeforePicture(reader);
  if (chunks === null) return refuse("damaged", "The PNG holds no picture.");
  if (chunks.has("acTL")) return refuse("animated", "Animated PNGs are not taken: save one frame of it.");
  return {
    ok: true,
    mime: "image/png",
    storedWidthPx: widthPx,
    storedHeightPx: heightPx,
    widthPx: widthPx,
    heightPx: heightPx,
    orientation: 1,
    bitDepth,
    hasAlpha: ALPHA_COLOR_TYPES.has(colorType) || chunks.has("tRNS"),
    isProgressive: interlace === 1,
  };
}

function isPngSide(sidePx: number): boolean {
  return sidePx >= 1 && sidePx <= 0x7fffffff;
}

const CRC_BYTES = 4;
const MAX_CHUNKS = 4096;

/** The names of the chunks in front of the first picture data; null when there is none. */
function chunksBeforePicture(reader: ByteReader): ReadonlySet<string> | null {
  reader.skip(CRC_BYTES); // the header's own
  const names = new Set<string>();
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk += 1) {
    const length = reader.uint32();
    const name = reader.ascii(4);
    if (reader.isPastEnd) return null;
    if (name === "IDAT") return names;
    names.add(name);
    reader.skip(length + CRC_BYTES);
  }
  return null;
}
