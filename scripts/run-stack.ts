import { setTimeout as delay } from "node:timers/promises";
import { appEnvironment } from "./app-environment.ts";
import { dataDirFromEnvironment, prepareDataDir } from "./data-dir.ts";
import { acquireDataDirLock, type DataDirLock } from "./data-dir-lock.ts";
import { directAddress, requireReachable } from "./database.ts";
import { waitForFreePort } from "./free-port.ts";
import { applyMigrations } from "./migrations/apply.ts";
import { OperatorError } from "./operator-error.ts";
import { type ManagedProcess, type ProcessRecipe, startManaged } from "./processes/managed-process.ts";
import { onShutdownRequest } from "./processes/shutdown-signals.ts";
import { superviseDatabase } from "./processes/supervise-database.ts";
import { waitUntilAnswering } from "./processes/wait-until-answering.ts";
import type { Reporter } from "./reporter.ts";
import { loadSecrets } from "./secrets.ts";

type Stack = {
  /** What the person typed; another one that finds DATA_DIR in use is told this. */
  command: string;
  reporter: Reporter;
  /** Generates or builds what the processes need. */
  prepare: (signal: AbortSignal) => Promise<void>;
  recipes: (environment: NodeJS.ProcessEnv, port: number) => ProcessRecipe[];
};

/** Things that run now, in the order in which they were started. */
type Running = {
  lock: DataDirLock | null;
  database: { stop(): Promise<void>; kill(): void } | null;
  processes: ManagedProcess[];
};

const LOCK_WAIT_MS = 40_000; // longer than a drain
/** A server whose npm has just been killed notices within this time, and then says that it leaves. */
const NOTICE_MS = 1_500;
const OLD_PORT_WAIT_MS = 5_000;
const READY_WITHIN_MS = 120_000;
/** Open event streams never end by themselves, so the web server gets little; a worker hands its jobs back when told. */
const GRACE_MS = { web: 4_000, worker: 25_000 };

/** Brings everything up, keeps it up, and takes it down in order when asked to. Never returns before that. */
export async function runStack(stack: Stack): Promise<void> {
  const running: Running = { lock: null, database: null, processes: [] };
  const stopping = new AbortController();
  const starting = start(stack, running, stopping.signal);
  const ended = Promise.withResolvers<void>();
  onShutdownRequest({
    drain() {
      stopping.abort();
      stack.reporter.info("finishing running work … (Ctrl-C again to end at once)");
      starting
        .catch(() => undefined)
        .then(() => takeDown(running))
        .then(() => stack.reporter.info("stopped cleanly"))
        .then(ended.resolve, ended.reject);
    },
    force() {
      for (const child of running.processes) child.kill();
      running.database?.kill();
      process.exit(1);
    },
  });
  try {
    await starting;
  } catch (error) {
    if (!stopping.signal.aborted) {
      await takeDown(running);
      throw error;
    }
  }
  await ended.promise;
}

async function start({ command, reporter, prepare, recipes }: Stack, running: Running, signal: AbortSignal) {
  const startedAt = performance.now();
  const port = portFromEnvironment(process.env);
  const dataDir = dataDirFromEnvironment(process.env);
  await prepareDataDir(dataDir);
  const { lock, tookOver } = await lockOrExplain(dataDir, command);
  running.lock = lock;
  await requireFreePort(port, tookOver ? OLD_PORT_WAIT_MS : 0);
  const databaseUrl = await bringUpDatabase(dataDir, reporter, running);
  signal.throwIfAborted();
  await migrate(directAddress(process.env) ?? databaseUrl, reporter);
  signal.throwIfAborted();
  await prepare(signal);
  signal.throwIfAborted();
  const environment = appEnvironment(process.env, {
    databaseUrl,
    dataDir,
    secrets: await loadSecrets(dataDir),
  });
  running.processes = recipes({ ...environment, PORT: String(port) }, port).map((recipe) =>
    startManaged(recipe, reporter),
  );
  await waitUntilServing(port, signal);
  const url = process.env.PUBLIC_URL || `http://localhost:${port}`;
  reporter.info(`ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s: ${url}`);
}

function portFromEnvironment(environment: NodeJS.ProcessEnv): number {
  const port = Number(environment.PORT || 3000);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new OperatorError(`PORT must be a number from 1 to 65535, not "${environment.PORT}".`);
}

async function lockOrExplain(dataDir: string, command: string) {
  const wish = { command, waitMs: LOCK_WAIT_MS };
  let acquired = await acquireDataDirLock(dataDir, wish);
  if ("lock" in acquired) return acquired;
  await delay(NOTICE_MS);
  acquired = await acquireDataDirLock(dataDir, wish);
  if ("lock" in acquired) return acquired;
  const { holder } = acquired;
  throw new OperatorError(
    `Framewright already runs on ${dataDir} (${holder.command}, process ${holder.pid}); stop it, or set another DATA_DIR and PORT.`,
  );
}

async function requireFreePort(port: number, waitMs: number): Promise<void> {
  if (await waitForFreePort({ port, host: process.env.HOST || undefined, waitMs })) return;
  throw new OperatorError(`Port ${port} is taken by another program; stop it or set PORT to a free one.`);
}

async function bringUpDatabase(dataDir: string, reporter: Reporter, running: Running): Promise<string> {
  const configured = process.env.DATABASE_URL;
  if (configured) {
    await requireReachable(configured);
    return configured;
  }
  const database = await reporter.step("starting the database", () => superviseDatabase(dataDir, reporter));
  running.database = database;
  return database.url;
}

async function migrate(databaseUrl: string, reporter: Reporter): Promise<void> {
  const applied = await applyMigrations(databaseUrl);
  if (applied.length > 0) reporter.info(`applied ${applied.length} migrations: ${applied.join(", ")}`);
}

async function waitUntilServing(port: number, signal: AbortSignal): Promise<void> {
  const host = process.env.HOST || "127.0.0.1";
  const answers = await waitUntilAnswering(`http://${host}:${port}/api/livez`, {
    withinMs: READY_WITHIN_MS,
    signal,
  });
  if (!answers) throw new OperatorError("The web server does not answer; its own messages stand above.");
}

/** Web and worker first, the database last, and the lock when nothing of ours runs any more. */
async function takeDown({ lock, database, processes }: Running): Promise<void> {
  await lock?.markLeaving();
  await Promise.all(
    processes.map((child) => child.stop(child.name === "web" ? GRACE_MS.web : GRACE_MS.worker)),
  );
  await database?.stop();
  await lock?.release();
}
