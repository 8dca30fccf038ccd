import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PROJECT_DIR } from "#scripts/project-dir.ts";
import type { Mutant } from "./mutants.ts";

/** A copy of this tree that may be spoilt; packages are shared with it. */
export type CopiedTree = {
  readonly root: string;
  /** Runs `work` with the mutant in place. @throws when the mutant does not fit the file any more */
  readonly mutated: <T>(mutant: Mutant, work: () => Promise<T>) => Promise<T>;
  readonly remove: () => Promise<void>;
};

export async function copyTree(): Promise<CopiedTree> {
  const root = await mkdtemp(path.join(tmpdir(), "framewright-mutants-"));
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: PROJECT_DIR, encoding: "utf8" });
  for (const file of [...listed.split("\0").filter((name) => name !== ""), "lib/db/generated"]) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await cp(path.join(PROJECT_DIR, file), path.join(root, file), { recursive: true }).catch(ignoreMissing);
  }
  await symlink(path.join(PROJECT_DIR, "node_modules"), path.join(root, "node_modules"));
  return {
    root,
    async mutated({ file, changes, name }, work) {
      const target = path.join(root, file);
      const original = await readFile(target, "utf8");
      await writeFile(
        target,
        changes.reduce((text, change) => replaceOnce(text, change, name), original),
      );
      try {
        return await work();
      } finally {
        await writeFile(target, original);
      }
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

function replaceOnce(text: string, [from, to]: readonly [string, string], name: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${name}: its place stands ${parts.length - 1} times in the file`);
  return parts.join(to);
}

/** A file that git knows and somebody has just removed. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
