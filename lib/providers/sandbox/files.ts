import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { env } from "#lib/env.ts";

const ROOT = join(env.DATA_DIR, "sandbox");

/** A finished file of a sandbox task. */
export function outputPath(sandboxTaskId: string, file: string): string {
  return join(ROOT, "clips", sandboxTaskId, file);
}

/** A folder for one attempt at rendering; attempts never share one. */
export function workDirOf(sandboxTaskId: string, fence: number): string {
  return join(ROOT, "work", `${sandboxTaskId}-${fence}`);
}

/** A file that came with a submission; its role is the path at which the request names it. */
export function inputPath(externalId: string, role: string): string {
  return join(ROOT, "inputs", externalId, role);
}

export async function saveInput(externalId: string, { role, bytes }: { role: string; bytes: Uint8Array }) {
  const path = inputPath(externalId, role);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}

/** Gives finished files out, each in one step; doing it again changes nothing. */
export async function publishOutputs(sandboxTaskId: string, workDir: string, files: readonly string[]) {
  for (const file of files) {
    const path = outputPath(sandboxTaskId, file);
    await mkdir(dirname(path), { recursive: true });
    await rename(join(workDir, file), path);
  }
}

/** Removes what a killed process left of earlier attempts at this task. */
export async function removeEarlierAttempts(sandboxTaskId: string, fence: number): Promise<void> {
  const attempts = await namesIn(join(ROOT, "work"));
  const earlier = attempts.filter((name) => {
    const [id, attempt] = name.split("-");
    return id === sandboxTaskId && Number(attempt) < fence;
  });
  for (const name of earlier) await rm(join(ROOT, "work", name), { recursive: true, force: true });
}

/** Removes results and inputs that are older than this, as upstream does with results. */
export async function removeOlderThan(ageMs: number): Promise<void> {
  for (const folder of ["clips", "inputs", "work"].map((name) => join(ROOT, name))) {
    for (const path of (await namesIn(folder)).map((name) => join(folder, name))) {
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > ageMs) await rm(path, { recursive: true, force: true });
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []); // nothing was ever put there
}
