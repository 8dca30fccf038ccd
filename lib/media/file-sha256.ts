import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** SHA-256 of a file as it lies on disk, lowercase hex. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
