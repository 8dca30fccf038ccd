import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crashPoint } from "#lib/crash-point.ts";
import type { Provider, ProviderOutput } from "#lib/providers/provider.ts";

/** A finished file on our own disk, complete as far as its length tells. */
export type FetchedOutput = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** Larger than any clip of any model: 15 s of 4K at a generous rate. */
const MAX_BYTES = 2 * 1024 ** 3;

type Fetch = { readonly output: ProviderOutput; readonly workDir: string; readonly signal: AbortSignal };

/**
 * Streams an output into `workDir` while hashing it.
 * @throws Error when the transfer breaks or its length is not the one that was announced
 * @throws AppError not_found when the provider no longer has it
 */
export async function fetchOutput(
  provider: Provider,
  { output, workDir, signal }: Fetch,
): Promise<FetchedOutput> {
  const { body, bytes: announced } = await provider.openOutput(output, { fromByte: 0, signal });
  const path = join(workDir, "output");
  const hash = createHash("sha256");
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength;
      hash.update(chunk);
      if (bytes === chunk.byteLength) crashPoint("archive:first-bytes");
      done(bytes > MAX_BYTES ? new Error("the output is larger than any clip") : null, chunk);
    },
  });
  // The platform's web streams and Node's own types of them are the same objects.
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  await pipeline(source, counting, createWriteStream(path), { signal });
  crashPoint("archive:last-byte");
  if (announced !== null && announced !== bytes) {
    throw new Error(`the output came with ${bytes} bytes and not with ${announced}`);
  }
  return { path, bytes, sha256: hash.digest("hex") };
}
