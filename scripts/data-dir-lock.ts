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
    if (holder !== "nobody" && holder !== "damaged" && (await isHeld(holder))) {
      if (!holder.leavesSoon || performance.now() > deadline) return { holder };
      await delay(POLL_MS);
    } else if (holder !== "nobody" && (await succeed(file, { dead: holder, own }))) {
      tookOver = true;
      return { lock: lockOn(file, own), tookOver };
    }
  }
}

/** Who holds the lock at this moment, or null. */
export async function currentHolder(dataDir: string): Promise<LockHolder | null> {
  const holder = await readHolder(path.join(dataDir, "supervisor.lock"));
  if (holder === "nobody" || holder === "damaged") return null;
  return (await isHeld(holder)) ? holder : null;
}

function lockOn(file: string, own: LockHolder): DataDirLock {
  return {
    async markLeaving() {
      const draft = `${file}.${own.id}`;
      await writeFile(draft, JSON.stringify({ ...own, leavesSoon: true }));
      await rename(draft, file);
    },
    async release() {
      if (idOf(await readHolder(file)) === own.id) await rm(file, { force: true });
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

type Succession = { readonly dead: LockHolder | "damaged"; readonly own: LockHolder };

/**
 * Puts our file in the place of a dead holder's. Only who holds the succession of exactly that holder may do so, and the
 * succession is a lock of the same kind: a successor that dies in the middle is succeeded in turn.
 * @returns whether we hold the lock now; false means: look again
 */
async function succeed(file: string, { dead, own }: Succession): Promise<boolean> {
  const claim = `${file}.after-${idOf(dead)}`;
  if (!(await tryCreate(claim, own))) {
    const claimant = await readHolder(claim);
    if (claimant === "nobody") return false;
    if (claimant === "damaged" || !(await isHeld(claimant))) await succeed(claim, { dead: claimant, own });
    else await delay(POLL_MS);
    if (idOf(await readHolder(claim)) !== own.id) return false;
  }
  try {
    if (idOf(await readHolder(file)) !== idOf(dead)) return false; // an earlier successor has been quicker
    const draft = `${file}.${own.id}`;
    await writeFile(draft, JSON.stringify(own));
    await rename(draft, file);
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

/** `damaged`: a crash of the machine left something that nobody can be holding. */
async function readHolder(file: string): Promise<LockHolder | "nobody" | "damaged"> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return "nobody";
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return "damaged";
  }
}

function idOf(holder: LockHolder | "nobody" | "damaged"): string {
  return typeof holder === "string" ? holder : holder.id;
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
