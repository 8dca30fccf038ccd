import type { FileHandle } from "node:fs/promises";
import { BOX_HEADER_BYTES, boxSize } from "./boxes.ts";
import { MediaError } from "./media-error.ts";

/** A box of the ISO media file format, by where its bytes are in the file. */
export type Box = {
  readonly name: string;
  readonly start: number;
  readonly contentStart: number;
  /** Exclusive. */
  readonly end: number;
};

/** The index of ten minutes is far smaller. */
export const MAX_INDEX_BYTES = 64 * 1024 * 1024;

/** Fragments of a long film, two boxes each. */
const MAX_CHILDREN = 8_192;

/**
 * The boxes between two places, one behind the other.
 * @throws MediaError damaged when one is larger than what it lies in, or there are more than any film has
 */
export async function childBoxes(
  file: FileHandle,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<readonly Box[]> {
  const boxes: Box[] = [];
  let position = start;
  while (position + 8 <= end) {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(BOX_HEADER_BYTES),
      0,
      BOX_HEADER_BYTES,
      position,
    );
    if (bytesRead < 8) break;
    const isLong = buffer.readUInt32BE(0) === 1;
    const stated = boxSize(buffer);
    const size = stated === 0 ? end - position : stated; // "to the end"
    if (size < (isLong ? 16 : 8) || position + size > end || boxes.length >= MAX_CHILDREN)
      throw new MediaError("damaged", "The film's boxes do not fit into each other.");
    const name = buffer.toString("latin1", 4, 8);
    boxes.push({ name, start: position, contentStart: position + (isLong ? 16 : 8), end: position + size });
    position += size;
  }
  return boxes;
}
