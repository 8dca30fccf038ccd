import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { hashStream } from "#lib/storage/hash-stream.ts";

export async function describeFile(file: string): Promise<{ bytes: number; sha256: string }> {
  return { bytes: (await stat(file)).size, sha256: await hashStream(createReadStream(file)) };
}
