import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, open, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A file system of its own in a sparse file, which can be filled up and emptied again. */
export type SmallDisk = {
  readonly root: string;
  /** Not one block is left. */
  readonly fill: () => Promise<void>;
  readonly empty: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** @returns null where this user or this machine may not mount */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(path.join(tmpdir(), "framewright-disk-"));
  const [image, root] = [path.join(folder, "image"), path.join(folder, "root")];
  const filling = path.join(root, "filling");
  await mkdir(root);
  await chmod(folder, 0o755); // the database's user passes through
  try {
    const file = await open(image, "w");
    await file.truncate(megabytes * 1024 ** 2);
    await file.close();
    await run("mkfs.ext4", ["-q", "-F", "-m", "0", image]);
    await run("mount", ["-o", "loop", image, root]);
  } catch {
    await rm(folder, { recursive: true, force: true });
    return null;
  }
  return {
    root,
    async fill() {
      await mkdir(filling, { recursive: true });
      for (let size = await freeBytes(root); size >= 4096; ) {
        const name = path.join(filling, String(size));
        const isTaken = await run("fallocate", ["-l", String(size), name]).catch(() => null);
        size = isTaken === null ? Math.floor(size / 2) : Math.min(size, await freeBytes(root));
      }
    },
    empty: () => rm(filling, { recursive: true, force: true }),
    async remove() {
      // Somebody who is just dying may still have a file open.
      await run("umount", ["-l", root]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freeBytes(root: string): Promise<number> {
  const { bavail, bsize } = await statfs(root);
  return bavail * bsize;
}
