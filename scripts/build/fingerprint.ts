import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** A file and what is in it; paths are relative, with forward slashes. */
export type SourceFile = { path: string; content: Buffer | string };

/** The same for the same set of files, whatever order they come in. */
export function fingerprint(files: readonly SourceFile[]): string {
  const hash = createHash("sha256");
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${file.path}\0${createHash("sha256").update(file.content).digest("hex")}\n`);
  }
  return hash.digest("hex");
}

/** Reads files and whole folders (recursively); a path that does not exist adds nothing. */
export async function readSources(
  projectDir: string,
  paths: readonly string[],
  isRelevant: (path: string) => boolean = () => true,
): Promise<SourceFile[]> {
  const lists = await Promise.all(paths.map((source) => listFiles(path.join(projectDir, source))));
  const relative = lists.flat().map((file) => path.relative(projectDir, file).replaceAll(path.sep, "/"));
  return Promise.all(
    relative
      .filter(isRelevant)
      .map(async (file) => ({ path: file, content: await readFile(path.join(projectDir, file)) })),
  );
}

async function listFiles(file: string): Promise<string[]> {
  const entries = await readdir(file, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOTDIR") return null;
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  if (entries === null) return [file];
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
