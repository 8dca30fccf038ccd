import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "#lib/env.ts";

const ROOT = join(env.DATA_DIR, "sandbox");

/** The finished clip of a sandbox task. */
export function clipPath(sandboxTaskId: string): string {
  return join(ROOT, "clips", `${sandboxTaskId}.mp4`);
}

/** A folder for one attempt at rendering; attempts never share one. */
export function workDirOf(sandboxTaskId: string, fence: number): string {
  return join(ROOT, "work", `${sandboxTaskId}-${fence}`);
}

/** A picture that came with a submission. */
export function inputPath(externalId: string, role: string): string {
  return join(ROOT, "inputs", externalId, role);
}

export async function saveInput(externalId: string, { role, bytes }: { role: string; bytes: Uint8Array }) {
  const path = inputPath(externalId, role);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}
