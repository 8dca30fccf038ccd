import { type FileHandle, open } from "node:fs/promises";
import { BOX_HEADER_BYTES, boxSize, MAX_BOXES } from "./boxes.ts";

/**
 * Whether the outermost boxes of an MP4 or MOV end exactly where the file does. Its index may be complete and its
 * pictures cut off: a transfer of unannounced length that broke looks like that.
 */
export async function isWhole(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    return (await endOfBoxes(file, size)) === size;
  } finally {
    await file.close();
  }
}

async function endOfBoxes(file: FileHandle, fileBytes: number): Promise<number> {
  let position = 0;
  for (let box = 0; box < MAX_BOXES && position < fileBytes; box += 1) {
    const header = Buffer.alloc(BOX_HEADER_BYTES);
    const { bytesRead } = await file.read(header, 0, BOX_HEADER_BYTES, position);
    const size = bytesRead < 8 ? 0 : boxSize(header);
    if (size === 0 && bytesRead >= 8) return fileBytes; // "to the end of the file"
    if (size < 8) return position;
    position += size;
  }
  return position;
}
