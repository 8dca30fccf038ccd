import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { isAlive } from "./postgres/postmaster.ts";

const holderSchema = z.object({
  id: z.string(),
  pid: z.number().int().positive(),
  /** What holds it, for the sentence a second one gets: `npm start`, `npm run admin`. */
  command: z.string(),
  /** Ticks since boot, from /proc: tells a process from a later one with the same id. */
  startedAt: z.string().nullable(),
  /** A short command, or a server that is ending: worth waiting for. */
  leavesSoon: z.boolean(),
});

export type LockHolder = z.infer<typeof holderSchema>;

export type DataDirLock = {
  /** Tells those who come now that it is worth waiting. */
  markLeaving(): Promise<void>;
  release(): Promise<void>;
};

const POLL_MS = 100;

/**
 * The right to run the embedded database of one DATA_DIR: held by one process at a time, free again as soon as that
 * process is dead, however it died. Returns the holder instead when somebody else has it. A holder that leaves soon is
 * waited for, up to `waitMs`. `tookOver` says that the last holder died without giving it back.
 */
export async function acquireDataDirLock(
  dataDir: string,
  { command, waitMs, leavesSoon = false }: { command: string; waitMs: number; leavesSoon?: boolean },
): Promise<{ lock: DataDirLock; tookOver: boolean } | { holder: LockHolder }> {
  const file = path.join(dataDir, "supervisor.lock");
  const startedAt = await startTimeOf(process.pid);
  const own: LockHolder = { id: randomUUID(), pid: process.pid, command, startedAt, leavesSoon };
  const deadline = performance.now() + waitMs;
  let tookOver = false;
  for (;;) {
    if (await tryCreate(file, own)) return { lock: lockOn(file, own), tookOver };
    const holder = await readHolder(file);
    if (holder && (await isHeld(holder))) {
      if (!holder.leavesSoon || performance.now() > deadline) return { holder };
      await delay(POLL_MS);
    } else {
      await removeStale(file, holder);
      tookOver = true;
    }
  }
}

/** Who holds the lock at this moment, or null. */
export async function currentHolder(dataDir: string): Promise<LockHolder | null> {
  const holder = await readHolder(path.join(dataDir, "supervisor.lock"));
  return holder && (await isHeld(holder)) ? holder : null;
}

function lockOn(file: string, own: LockHolder): DataDirLock {
  return {
    async markLeaving() {
      const draft = `${file}.${own.id}`;
      await writeFile(draft, JSON.stringify({ ...own, leavesSoon: true }));
      await rename(draft, file);
    },
    async release() {
      if ((await readHolder(file))?.id === own.id) await rm(file, { force: true });
    },
  };
}

/** Creating by link is atomic and never shows a half-written file. */
async function tryCreate(file: string, own: LockHolder): Promise<boolean> {
  const draft = `${file}.${own.id}`;
  await writeFile(draft, JSON.stringify(own));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves the file of a dead holder away; if a quicker process has taken the lock meanwhile, puts its file back. */
async function removeStale(file: string, seen: LockHolder | null): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return; // somebody else removed it
  }
  const moved = await readHolder(aside);
  if (moved && moved.id !== seen?.id) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function readHolder(file: string): Promise<LockHolder | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null; // damaged by a crash of the machine: nobody can be holding it
  }
}

async function isHeld({ pid, startedAt }: LockHolder): Promise<boolean> {
  if (!isAlive(pid)) return false;
  return startedAt === null || (await startTimeOf(pid)) === startedAt;
}

/** Field 22 of /proc/<pid>/stat; the second field may contain blanks, so count from its closing bracket. */
async function startTimeOf(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  return text?.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}
