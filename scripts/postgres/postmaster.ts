import { readFileSync } from "node:fs";
import { readFile, readlink } from "node:fs/promises";
import path from "node:path";

/** What a running (or killed) PostgreSQL wrote into its data directory. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** The PostgreSQL process that serves this data directory right now, or null. A stale `postmaster.pid` counts as none. */
export async function findPostmaster(databaseDir: string): Promise<Postmaster | null> {
  const text = await readFile(path.join(databaseDir, "postmaster.pid"), "utf8").catch(() => null);
  const postmaster = text === null ? null : parsePostmasterFile(text);
  if (!postmaster || !isAlive(postmaster.pid)) return null;
  return (await worksIn(postmaster.pid, databaseDir)) ? postmaster : null;
}

/** Lines of `postmaster.pid`: pid, data directory, start time, port, socket directory, address, shared memory, status. */
export function parsePostmasterFile(text: string): Postmaster | null {
  const lines = text.split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  if (!(pid > 0)) return null;
  return { pid, port: Number.isNaN(port) ? 0 : port, ready: (lines[7] ?? "").trim() === "ready" };
}

/**
 * Whether a process with this id runs; another user's process counts. A zombie does not: in a container whose first
 * process never collects its orphans, a dead database stays a zombie for good.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return !isZombie(pid);
}

/** The state is the third field of /proc/<pid>/stat; the second may contain blanks, so count from its closing bracket. */
function isZombie(pid: number): boolean {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    return false; // no /proc on this system
  }
}

/**
 * After a reboot the recorded id may belong to anybody. PostgreSQL's working directory is its data directory, which
 * settles it where the system can tell; elsewhere the recorded id is believed.
 */
async function worksIn(pid: number, databaseDir: string): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const workingDir = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return workingDir === null || workingDir === path.resolve(databaseDir);
}
