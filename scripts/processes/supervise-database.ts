import { setTimeout as delay } from "node:timers/promises";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "#scripts/postgres/embedded.ts";
import type { Reporter } from "#scripts/reporter.ts";
import { restartDelay } from "./restart-delay.ts";

export type SupervisedDatabase = {
  url: string;
  stop(): Promise<void>;
  kill(): void;
};

/** The embedded database, started again whenever it dies. The caller holds the lock on `dataDir`. */
export async function superviseDatabase(dataDir: string, reporter: Reporter): Promise<SupervisedDatabase> {
  let current = await startEmbeddedDatabase(dataDir);
  let stopping = false;
  let restarting: Promise<void> | undefined;
  let crashes = { crashesInARow: 0 };
  const { url } = current;

  function watch(database: EmbeddedDatabase): void {
    const startedAt = performance.now();
    database.server.process.once("close", (code, signal) => {
      if (stopping) return;
      restarting = restart(performance.now() - startedAt, signal ?? `exit code ${code}`);
    });
  }

  async function restart(ranForMs: number, how: string): Promise<void> {
    const { delayMs, history } = restartDelay(crashes, ranForMs);
    crashes = history;
    reporter.info(`the database ended (${how}); restarting in ${delayMs / 1000} s`);
    await delay(delayMs);
    if (stopping) return;
    try {
      current = await startOnSamePort(dataDir, url);
      watch(current);
      reporter.info("the database is back");
    } catch (error) {
      await restart(0, error instanceof Error ? error.message : String(error));
    }
  }

  watch(current);
  return {
    url,
    async stop() {
      stopping = true;
      await restarting;
      await current.stop();
    },
    kill() {
      stopping = true;
      current.server.process.kill("SIGQUIT"); // immediate shutdown; the next start replays the write-ahead log
    },
  };
}

/** Web and worker know the address; a database on another port would be of no use to them. */
async function startOnSamePort(dataDir: string, url: string): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase(dataDir);
  if (database.url === url) return database;
  await database.stop();
  throw new Error("its port is taken by another program");
}
