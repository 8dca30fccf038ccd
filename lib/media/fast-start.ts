import { type FileHandle, open } from "node:fs/promises";
import { BOX_HEADER_BYTES, boxSize, MAX_BOXES } from "./boxes.ts";

/** Whether `moov` comes before `mdat` among the file's outermost boxes (ISO/IEC 14496-12, 4.2). */
export async function isFastStart(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    return (await firstOf(file, ["moov", "mdat"])) === "moov";
  } finally {
    await file.close();
  }
}

async function firstOf(file: FileHandle, names: readonly string[]): Promise<string | null> {
  let position = 0;
  for (let box = 0; box < MAX_BOXES; box += 1) {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(BOX_HEADER_BYTES),
      0,
      BOX_HEADER_BYTES,
      position,
    );
    if (bytesRead < 8) return null;
    const name = buffer.toString("latin1", 4, 8);
    if (names.includes(name)) return name;
    const size = boxSize(buffer);
    if (size < 8) return null; // 0 means "to the end of the file": nothing follows
    position += size;
  }
  return null;
}
