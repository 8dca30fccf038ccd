import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";

/** A part while it arrives: a file of a work folder, hashed as it grows. */
export class PartFile {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #hash = createHash("sha256");
  #isOpen = true;
  bytes = 0;

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  static async create(workDir: string): Promise<PartFile> {
    const path = join(workDir, randomUUID());
    return new PartFile(path, await open(path, "w", 0o600));
  }

  async write(chunk: Uint8Array): Promise<void> {
    await this.#handle.writeFile(chunk); // appends: a handle keeps its position
    this.#hash.update(chunk);
    this.bytes += chunk.byteLength;
  }

  async finish(): Promise<{ path: string; bytes: number; sha256: string }> {
    await this.close();
    return { path: this.path, bytes: this.bytes, sha256: this.#hash.digest("hex") };
  }

  async close(): Promise<void> {
    if (this.#isOpen) await this.#handle.close();
    this.#isOpen = false;
  }
}
