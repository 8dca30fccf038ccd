import { fork } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prepareDataDir } from "#scripts/data-dir.ts";
import { acquireDataDirLock, currentHolder } from "#scripts/data-dir-lock.ts";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { loadSecrets } from "#scripts/secrets.ts";

let dataDir: string;

beforeEach(async () => {
  dataDir = await createThrowAwayDir();
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));

function acquire(waitMs = 0) {
  return acquireDataDirLock(dataDir, { command: "a test", waitMs });
}

async function lockOrThrow() {
  const acquired = await acquire();
  if ("holder" in acquired) throw new Error("already held");
  return acquired.lock;
}

/** A process that is dead by now. */
async function deadProcessId(): Promise<number> {
  const child = fork(path.join(import.meta.dirname, "no-such-file.mjs"), { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}

test("of many that want it at once exactly one gets it", async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => acquire()));
  expect(results.filter((result) => "lock" in result)).toHaveLength(1);
});

test("a lock whose holder died is taken over by exactly one of many", async () => {
  const dead = {
    id: "dead",
    pid: await deadProcessId(),
    command: "npm start",
    startedAt: null,
    leavesSoon: false,
  };
  await writeFile(path.join(dataDir, "supervisor.lock"), JSON.stringify(dead));
  const results = await Promise.all(Array.from({ length: 20 }, () => acquire()));
  expect(results.filter((result) => "lock" in result)).toHaveLength(1);
  expect(results.some((result) => "lock" in result && result.tookOver)).toBe(true);
});

test("a process that merely has the same id as the dead holder does not keep the lock", async () => {
  const reused = { id: "dead", pid: process.pid, command: "npm start", startedAt: "1", leavesSoon: false };
  await writeFile(path.join(dataDir, "supervisor.lock"), JSON.stringify(reused));
  expect(await currentHolder(dataDir)).toBeNull();
  expect("lock" in (await acquire())).toBe(true);
});

test("a holder that leaves soon is waited for", async () => {
  const lock = await lockOrThrow();
  await lock.markLeaving();
  const next = acquire(10_000);
  await lock.release();
  expect("lock" in (await next)).toBe(true);
});

test("a holder that stays is named at once", async () => {
  await lockOrThrow();
  expect(await acquire(10_000)).toMatchObject({ holder: { pid: process.pid, command: "a test" } });
});

test("two first starts at once agree on the secrets, and a damaged file is never replaced", async () => {
  const [one, two] = await Promise.all([loadSecrets(dataDir), loadSecrets(dataDir)]);
  expect(one).toEqual(two);
  await writeFile(path.join(dataDir, "secrets.json"), "{");
  await expect(loadSecrets(dataDir)).rejects.toThrow(/is damaged; restore it from a backup/);
});

test("a disk with less free space than the low-water mark is refused with one sentence", async () => {
  await expect(prepareDataDir(dataDir, Number.MAX_SAFE_INTEGER)).rejects.toThrow(
    /^The disk is almost full: \d+ MB free/,
  );
});
