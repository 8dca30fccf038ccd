import { setTimeout as delay } from "node:timers/promises";
import { connectionRefused } from "#scripts/postgres/connection.ts";
import { dataDirFromEnvironment, prepareDataDir } from "./data-dir.ts";
import { acquireDataDirLock } from "./data-dir-lock.ts";
import { OperatorError } from "./operator-error.ts";
import { runningEmbeddedDatabase, startEmbeddedDatabase } from "./postgres/embedded.ts";
import type { Reporter } from "./reporter.ts";

const READY_WITHIN_MS = 60_000;
const POLL_MS = 200;

/**
 * Lends a one-off command the database: the one of DATABASE_URL without its pooler, else the embedded one that a running server has
 * brought up, else the embedded one for as long as the command runs. `leavesSoon`: whether `npm start` should wait for it.
 */
export async function withDatabase(
  { reporter, leavesSoon = true }: { reporter: Reporter; leavesSoon?: boolean },
  work: (databaseUrl: string) => Promise<void>,
): Promise<void> {
  const configured = directAddress(process.env) ?? process.env.DATABASE_URL;
  if (configured) {
    await requireReachable(configured);
    return work(configured);
  }
  const dataDir = dataDirFromEnvironment(process.env);
  await prepareDataDir(dataDir);
  const command = process.env.npm_lifecycle_event
    ? `npm run ${process.env.npm_lifecycle_event}`
    : "a command";
  const acquired = await acquireDataDirLock(dataDir, { command, waitMs: READY_WITHIN_MS, leavesSoon });
  if ("holder" in acquired) return work(await databaseOfRunningServer(dataDir));
  try {
    const database = await reporter.step("starting the database", () => startEmbeddedDatabase(dataDir));
    try {
      await work(database.url);
    } finally {
      await database.stop();
    }
  } finally {
    await acquired.lock.release();
  }
}

/** Throws one clear sentence when nobody answers at the address; the address itself may hold a password, so it is not shown. */
export async function requireReachable(databaseUrl: string): Promise<void> {
  const refused = await connectionRefused(databaseUrl);
  if (refused === null) return;
  throw new OperatorError(
    `The database at DATABASE_URL (${hostOf(databaseUrl)}) cannot be reached: ${reason(refused)}.`,
    {
      cause: refused,
    },
  );
}

/** The database past any pooler, for what needs a session of its own: migrations and LISTEN. Null when none was named. */
export function directAddress(environment: NodeJS.ProcessEnv): string | null {
  return environment.DATABASE_DIRECT_URL || null;
}

async function databaseOfRunningServer(dataDir: string): Promise<string> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    const url = await runningEmbeddedDatabase(dataDir);
    if (url !== null && (await connectionRefused(url)) === null) return url;
    await delay(POLL_MS);
  }
  throw new OperatorError(`Another process uses ${dataDir}, but its database does not answer.`);
}

function hostOf(databaseUrl: string): string {
  return URL.canParse(databaseUrl) ? new URL(databaseUrl).host : "not a URL";
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(", ");
  return error instanceof Error ? error.message || error.name : String(error);
}
