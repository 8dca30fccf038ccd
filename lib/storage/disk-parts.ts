import { createReadStream } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { PartPlace, PartStore } from "./blob-store.ts";
import { partName, uploadFolder } from "./part-name.ts";
import { publishFile } from "./publish-file.ts";
import { webStream } from "./web-stream.ts";

/** Parts of uploads as files: a folder each below `root`. */
export function diskParts(root: string): PartStore {
  const fileOf = (part: PartPlace) => join(root, partName(part));
  return {
    put: ({ path, ...part }) => publishFile(path, fileOf(part)),
    open: (part) => webStream(createReadStream(fileOf(part))),
    removeAll: (uploadId) => rm(join(root, uploadFolder(uploadId)), { recursive: true, force: true }),
    list: () => listUploads(root),
  };
}

async function* listUploads(root: string) {
  const uploadIds = await readdir(root).catch(() => []); // nothing was ever begun
  for (const uploadId of uploadIds) {
    const found = await stat(join(root, uploadId)).catch(() => null); // it was finished meanwhile
    // A folder's own time moves with every file that comes into it.
    if (found !== null) yield { uploadId, writtenAt: found.mtime };
  }
}
