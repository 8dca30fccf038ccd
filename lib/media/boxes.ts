/** Boxes of the ISO media file format (ISO/IEC 14496-12, 4.2): a size, a name, the content. */

export const BOX_HEADER_BYTES = 16;

/** More outermost boxes than any clip has. */
export const MAX_BOXES = 64;

/** In bytes, the header included; 0 = to the end of the file. A size of 1 says that the real one follows in 64 bits. */
export function boxSize(header: Buffer): number {
  const size = header.readUInt32BE(0);
  return size === 1 ? Number(header.readBigUInt64BE(8)) : size;
}
