import { mkdir, open, rename, utimes } from "node:fs/promises";
import { dirname } from "node:path";

/** On disk before the name exists, and the name on disk before anyone is told: a power cut leaves all or nothing. */
export async function publishFile(from: string, to: string): Promise<void> {
  const now = new Date();
  await utimes(from, now, now); // it may have waited long for its last bytes
  await mkdir(dirname(to), { recursive: true });
  await syncToDisk(from);
  await rename(from, to);
  await syncToDisk(dirname(to));
  await syncToDisk(dirname(dirname(to)));
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
