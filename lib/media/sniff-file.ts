import { open } from "node:fs/promises";
import { SNIFF_BYTES, type SniffedType, sniffType } from "./sniff-type.ts";

export async function sniffFile(path: string): Promise<SniffedType | null> {
  return sniffType(await headOf(path, SNIFF_BYTES));
}

/** The first bytes of a file, or all of a shorter one. */
export async function headOf(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
