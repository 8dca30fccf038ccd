import { rm } from "node:fs/promises";
import path from "node:path";
import { applyMigrations } from "#scripts/migrations/apply.ts";
import { startEmbeddedDatabase } from "#scripts/postgres/embedded.ts";
import { findPostmaster } from "#scripts/postgres/postmaster.ts";
import { startThrowAwayDatabase } from "#scripts/postgres/throw-away.ts";

/** A database server of one test alone, which may be killed and comes back on the same port with the same data. */
export type PrivateDatabase = {
  readonly url: string;
  readonly dataDir: string;
  /** SIGKILL, as a power cut would, and a start after it. */
  readonly killAndRestart: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

export async function startPrivateDatabase(): Promise<PrivateDatabase> {
  const { dataDir, url, remove } = await startThrowAwayDatabase();
  await applyMigrations(url);
  return {
    url,
    dataDir,
    async killAndRestart() {
      const postmaster = await findPostmaster(path.join(dataDir, "postgres"));
      if (postmaster !== null) process.kill(postmaster.pid, "SIGKILL");
      const { url: newUrl } = await startEmbeddedDatabase(dataDir);
      if (newUrl !== url) throw new Error("the database came back on another port");
    },
    async remove() {
      await remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
