import { rm } from "node:fs/promises";
import path from "node:path";
import { applyMigrations } from "#scripts/migrations/apply.ts";
import { withConnection } from "#scripts/postgres/connection.ts";
import { startEmbeddedDatabase } from "#scripts/postgres/embedded.ts";
import { findPostmaster } from "#scripts/postgres/postmaster.ts";
import { startThrowAwayDatabase } from "#scripts/postgres/throw-away.ts";

/** A database server of one test alone, which may be killed and comes back on the same port with the same data. */
export type PrivateDatabase = {
  readonly url: string;
  readonly dataDir: string;
  /** SIGKILL to the server alone, whose children notice it, and a start after it. */
  readonly killAndRestart: () => Promise<void>;
  /** SIGKILL to the server and all of its processes, as nearly as one can come to a power cut, and a start after it. */
  readonly cutPowerAndRestart: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

export async function startPrivateDatabase(): Promise<PrivateDatabase> {
  const { dataDir, url, remove } = await startThrowAwayDatabase();
  await applyMigrations(url);
  const killServer = async () => {
    const postmaster = await findPostmaster(path.join(dataDir, "postgres"));
    if (postmaster !== null) process.kill(postmaster.pid, "SIGKILL");
  };
  const start = async () => {
    const { url: newUrl } = await startEmbeddedDatabase(dataDir);
    if (newUrl !== url) throw new Error("the database came back on another port");
  };
  return {
    url,
    dataDir,
    async killAndRestart() {
      await killServer();
      await start();
    },
    async cutPowerAndRestart() {
      const children = await childrenOf(url);
      await killServer();
      for (const pid of children) killIfThere(pid);
      await start();
    },
    async remove() {
      await remove();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Those that serve a client, and those that write and clean up by themselves. */
async function childrenOf(url: string): Promise<readonly number[]> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity");
    return rows.map(({ pid }) => pid);
  });
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it noticed by itself that its server is gone
  }
}
