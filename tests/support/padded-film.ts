import { createCipheriv } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripMetadata } from "#lib/media/strip-metadata.ts";
import { testFilm } from "./test-media.ts";

/** A film of exactly so many bytes, of which nothing is taken out: the rest is media data that its index does not name. */
export async function paddedFilm(bytes: number, seed: number): Promise<Buffer> {
  const film = await cleanFilm();
  const head = Buffer.alloc(8);
  head.writeUInt32BE(bytes - film.length);
  head.write("mdat", 4, "latin1");
  const key = Buffer.alloc(16);
  key.writeUInt32BE(seed >>> 0);
  const noise = createCipheriv("aes-128-ctr", key, Buffer.alloc(16));
  return Buffer.concat([film, head, noise.update(Buffer.alloc(bytes - film.length - head.length))]);
}

async function cleanFilm(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "clean-film-"));
  try {
    const path = join(folder, "film.mp4");
    await writeFile(path, await testFilm());
    await stripMetadata(path);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
