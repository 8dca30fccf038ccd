import { ByteReader } from "./byte-reader.ts";
import { readExifOrientation } from "./exif-orientation.ts";
import { type ImageHeader, type RefusedImage, refuse } from "./image-facts.ts";

const START_BYTES = 2;
const MAX_SEGMENTS = 4096;

const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const BASELINE = 0xc0;
const PROGRESSIVE = 0xc2;
/** Start-of-frame markers: C0 to CF without C4 (Huffman tables), C8 (reserved) and CC (arithmetic tables). */
const isFrameMarker = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Markers without a length: TEM and the restarts. */
const isBareMarker = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

type Frame = { marker: number; precision: number; widthPx: number; heightPx: number; components: number };

/** Walks the segments of a JPEG up to its first scan: ITU-T T.81, annex B. */
export function readJpegHeader(bytes: Uint8Array): ImageHeader | RefusedImage {
  const reader = new ByteReader(bytes, START_BYTES);
  let frame: Frame | undefined;
  let orientation = 1;
  for (let segment = 0; segment < MAX_SEGMENTS && !reader.isPastEnd; segment += 1) {
    const marker = nextMarker(reader);
    if (marker === START_OF_SCAN) return describe(frame, orientation);
    if (marker === null || marker === END_OF_IMAGE) break;
    if (isBareMarker(marker)) continue;
    const end = reader.position + reader.uint16();
    if (end < reader.position) break;
    if (isFrameMarker(marker)) frame ??= readFrame(reader, marker);
    if (marker === APP1)
      orientation = readExifOrientation(bytes.subarray(reader.position, end)) ?? orientation;
    reader.skip(end - reader.position);
  }
  return refuse("damaged", "The JPEG ends before its picture begins.");
}

/** A marker is FF and its code, with any number of FF fill bytes between. */
function nextMarker(reader: ByteReader): number | null {
  if (reader.uint8() !== 0xff) return null;
  let code = reader.uint8();
  while (code === 0xff && !reader.isPastEnd) code = reader.uint8();
  return reader.isPastEnd || code === 0 ? null : code;
}

function readFrame(reader: ByteReader, marker: number): Frame {
  const precision = reader.uint8();
  const heightPx = reader.uint16();
  const widthPx = reader.uint16();
  return { marker, precision, widthPx, heightPx, components: reader.uint8() };
}

function describe(frame: Frame | undefined, orientation: number): ImageHeader | RefusedImage {
  if (
    frame === undefined ||
    frame.widthPx === 0 ||
    frame.heightPx === 0 ||
    ![1, 3, 4].includes(frame.components)
  ) {
    return refuse("damaged", "The JPEG's header makes no sense.");
  }
  if (frame.marker > PROGRESSIVE || frame.marker < BASELINE || frame.precision !== 8) {
    return refuse(
      "convert",
      "This rare kind of JPEG is not taken: save it again as an ordinary JPEG or PNG.",
    );
  }
  const isSideways = orientation >= 5;
  return {
    ok: true,
    mime: "image/jpeg",
    storedWidthPx: frame.widthPx,
    storedHeightPx: frame.heightPx,
    widthPx: isSideways ? frame.heightPx : frame.widthPx,
    heightPx: isSideways ? frame.widthPx : frame.heightPx,
    orientation,
    bitDepth: frame.precision,
    hasAlpha: false,
    isProgressive: frame.marker === PROGRESSIVE,
  };
}
