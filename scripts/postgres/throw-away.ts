import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { acquireDataDirLock, currentHolder } from "#scripts/data-dir-lock.ts";
import { startEmbeddedDatabase } from "./embedded.ts";
import { stopPostgres } from "./server.ts";

/** A database server for a test run or a comparison of schemas; nothing of it survives `remove`. */
export type ThrowAwayDatabase = { dataDir: string; url: string; remove(): Promise<void> };

/** Also how tests recognise that they may destroy what is in there. */
export const THROW_AWAY_PREFIX = "framewright-throw-away-";

export async function startThrowAwayDatabase(): Promise<ThrowAwayDatabase> {
  await removeAbandoned();
  const dataDir = await createThrowAwayDir();
  const acquired = await acquireDataDirLock(dataDir, { command: "a test run", waitMs: 0 });
  if ("holder" in acquired) throw new Error("a fresh folder cannot be locked already");
  const database = await startEmbeddedDatabase(dataDir);
  return {
    dataDir,
    url: database.url,
    async remove() {
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** An empty folder that the database's user may enter. */
export async function createThrowAwayDir(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), THROW_AWAY_PREFIX));
  await chmod(dataDir, 0o755);
  return dataDir;
}

/** What killed test runs left behind. Folders without any trace of a database may be just being made: they stay. */
async function removeAbandoned(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(THROW_AWAY_PREFIX));
  for (const dataDir of names.map((name) => path.join(tmpdir(), name))) {
    const files: string[] = await readdir(dataDir).catch(() => []);
    if (!files.includes("supervisor.lock") || (await currentHolder(dataDir)) !== null) continue;
    await stopPostgres(path.join(dataDir, "postgres"));
    await rm(dataDir, { recursive: true, force: true });
  }
}
