import { ByteReader } from "./byte-reader.ts";

const ORIENTATION_TAG = 0x0112;
const SHORT_TYPE = 3;
const TIFF_START = 6;
const MAX_ENTRIES = 512;

/** The orientation (1 to 8) in an APP1 segment's body; null when it is not EXIF or does not say. EXIF 2.32, 4.6. */
export function readExifOrientation(segment: Uint8Array): number | null {
  const reader = new ByteReader(segment);
  if (reader.ascii(4) !== "Exif" || reader.uint16() !== 0) return null;
  const order = reader.ascii(2);
  if (order !== "II" && order !== "MM") return null;
  reader.isLittleEndian = order === "II";
  if (reader.uint16() !== 42) return null;
  reader.skip(TIFF_START + reader.uint32() - reader.position);
  const entries = Math.min(reader.uint16(), MAX_ENTRIES);
  for (let entry = 0; entry < entries && !reader.isPastEnd; entry += 1) {
    const [tag, type, count, value] = [reader.uint16(), reader.uint16(), reader.uint32(), reader.uint16()];
    if (tag === ORIENTATION_TAG)
      return type === SHORT_TYPE && count === 1 && value >= 1 && value <= 8 ? value : null;
    reader.skip(2);
  }
  return null;
}
