import { createHash } from "node:crypto";

/** SHA-256 of everything that comes out of it, lowercase hex. */
export async function hashStream(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest("hex");
}
