import { type ImageHeader, type RefusedImage, refuse } from "./image-facts.ts";
import { readJpegHeader } from "./jpeg-header.ts";
import { readPngHeader } from "./png-header.ts";

/** 50 megapixels: 200 MB when decoded, and far beyond what any model takes. */
export const MAX_IMAGE_PIXELS = 50_000_000;

/**
 * Reads the header of a JPEG or PNG; everything else is refused with a reason. Pure and linear in the file's own header
 * segments: a bomb costs as little as a postage stamp. Never throws.
 * @param bytes the whole file, or its beginning as far as it is known
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | RefusedImage {
  const header = headerOf(bytes);
  if (header.ok && header.storedWidthPx * header.storedHeightPx > MAX_IMAGE_PIXELS) {
    const megapixels = Math.round((header.storedWidthPx * header.storedHeightPx) / 1e6);
    return refuse("too_many_pixels", `The picture has ${megapixels} megapixels; 50 are allowed.`);
  }
  return header;
}

function headerOf(bytes: Uint8Array): ImageHeader | RefusedImage {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return readPngHeader(bytes);
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return readJpegHeader(bytes);
  const other = OTHER_KINDS.find(({ magic, at }) => startsWith(bytes.subarray(at), magic));
  if (other) return refuse("convert", `${other.name} pictures are not taken: save it as JPEG or PNG.`);
  return refuse("not_an_image", "This is neither a JPEG nor a PNG file.");
}

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const OTHER_KINDS: readonly { name: string; at: number; magic: readonly number[] }[] = [
  { name: "WebP", at: 8, magic: ascii("WEBP") },
  { name: "GIF", at: 0, magic: ascii("GIF8") },
  { name: "HEIC", at: 4, magic: ascii("ftyphei") },
  { name: "HEIC", at: 4, magic: ascii("ftypmif1") },
  { name: "AVIF", at: 4, magic: ascii("ftypavif") },
  { name: "TIFF", at: 0, magic: [0x49, 0x49, 0x2a, 0x00] },
  { name: "TIFF", at: 0, magic: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: "BMP", at: 0, magic: ascii("BM") },
  { name: "SVG", at: 0, magic: ascii("<svg") },
];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return bytes.length >= magic.length && magic.every((byte, index) => bytes[index] === byte);
}
