import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { BlobStore } from "#lib/storage/blob-store.ts";

/** How much of an output an attempt got, as the file beside it tells. */
const partSchema = z.object({
  bytes: z.number().int().positive(),
  sha256: z.string(),
  /** What upstream said of the whole file, to recognise it again. */
  wholeBytes: z.number().nullable(),
  tag: z.string().nullable(),
});

export type DownloadPart = z.infer<typeof partSchema>;

type Place = { readonly outputId: string; readonly blobs: BlobStore };

/** Leaves what a broken attempt got for the next one. */
export async function keepPart({ outputId, blobs }: Place, part: DownloadPart & { readonly path: string }) {
  const { path, ...facts } = part;
  const folder = await folderOf({ outputId, blobs });
  await rename(path, join(folder, "part"));
  const draft = `${path}.json`;
  await writeFile(draft, JSON.stringify(facts));
  await rename(draft, join(folder, "part.json"));
}

/**
 * Takes what an earlier attempt left, away from everybody else, and puts it at `into`: bytes that are certainly the first
 * ones of that file, or null when there are none.
 * @returns with the state of the hash over them, to go on with
 */
export async function takePart(place: Place, into: string) {
  const folder = await folderOf(place);
  const facts = await claim(join(folder, "part.json"), `${into}.json`);
  if (facts === null) return null;
  try {
    await rename(join(folder, "part"), into);
    if ((await stat(into)).size !== facts.bytes) return null;
  } catch {
    return null; // another attempt is just leaving its own there
  }
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(into)) hash.update(chunk);
  return hash.copy().digest("hex") === facts.sha256 ? { ...facts, hash } : null;
}

export async function forgetPart(place: Place): Promise<void> {
  await rm(await folderOf(place), { recursive: true, force: true });
}

function folderOf({ outputId, blobs }: Place): Promise<string> {
  return blobs.workDir(`part-${outputId}`);
}

/** A rename succeeds for one of those who try. */
async function claim(from: string, to: string): Promise<DownloadPart | null> {
  try {
    await rename(from, to);
    return partSchema.parse(JSON.parse(await readFile(to, "utf8")));
  } catch {
    return null; // nothing was left, or a crash damaged it: begin at the beginning
  }
}
