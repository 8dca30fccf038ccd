import { existsSync } from "node:fs";
import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { OperatorError } from "./operator-error.ts";

/** The folder with everything that must survive: `postgres/`, `media/`, `secrets.json`. */
export function dataDirFromEnvironment(environment: NodeJS.ProcessEnv): string {
  return path.resolve(environment.DATA_DIR || ".data");
}

/** Below this much free space nothing is started: a database that cannot write its log stops anyway, and less politely. */
export const LOW_WATER_BYTES = 500_000_000;

/** Creates the folder when missing and proves that it can be written to and that the disk is not full. */
export async function prepareDataDir(dataDir: string, lowWaterBytes = LOW_WATER_BYTES): Promise<void> {
  await proveWritable(dataDir);
  const { bavail, bsize } = await statfs(dataDir);
  const freeBytes = bavail * bsize;
  if (freeBytes >= lowWaterBytes) return;
  throw new OperatorError(
    `The disk is almost full: ${megabytes(freeBytes)} free for DATA_DIR ${dataDir}, at least ${megabytes(lowWaterBytes)} needed.`,
  );
}

/** The database may run as another user, who must be able to pass through; the secrets have a mode of their own. */
const PASS_THROUGH = 0o711;

async function proveWritable(dataDir: string): Promise<void> {
  const probe = path.join(dataDir, `.write-probe-${process.pid}`);
  try {
    await createFolder(dataDir);
    await writeFile(probe, "");
    await rm(probe);
  } catch (cause) {
    if (isFull(cause))
      throw new OperatorError(`The disk is full: nothing can be written to DATA_DIR ${dataDir}.`, { cause });
    throw new OperatorError(`DATA_DIR ${dataDir} is not writable (${codeOf(cause)}).`, { cause });
  }
}

/** Not `recursive: true`, which never returns where the system answers "no such folder" for good (below /proc). */
async function createFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  if (!existsSync(parent)) await createFolder(parent);
  if (!existsSync(folder)) await mkdir(folder, { mode: PASS_THROUGH });
}

function isFull(error: unknown): boolean {
  return codeOf(error) === "ENOSPC" || codeOf(error) === "EDQUOT";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1_000_000)} MB`;
}
