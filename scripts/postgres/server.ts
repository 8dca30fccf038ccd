import { type ChildProcess, spawn } from "node:child_process";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort, isPortFree } from "#scripts/free-port.ts";
import { OperatorError } from "#scripts/operator-error.ts";
import { type Cluster, SUPERUSER } from "./cluster.ts";
import { connectionRefused } from "./connection.ts";
import { commandAs } from "./identity.ts";
import { findPostmaster, isAlive } from "./postmaster.ts";

/** A PostgreSQL server that this process started. */
export type PostgresServer = { process: ChildProcess; port: number; url: string };

const READY_WITHIN_MS = 120_000; // crash recovery of a large database takes a while
const LOG_LIMIT_BYTES = 10_000_000;
const STOP_WITHIN_MS = 30_000;
const POLL_MS = 20;
const RETRY_MS = 250;

/**
 * Starts the server on the wished port, or on a free one when that is taken, and waits until it answers. The caller
 * holds the lock on the data directory. A PostgreSQL that a killed run left behind is stopped cleanly first.
 */
export async function startPostgres(cluster: Cluster, wishedPort: number | null): Promise<PostgresServer> {
  await stopLeftBehind(cluster.databaseDir);
  await rm(path.join(cluster.databaseDir, "postmaster.pid"), { force: true }); // nobody alive owns it
  const port = wishedPort !== null && (await isPortFree(wishedPort)) ? wishedPort : await freePort();
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const { child, logOffset } = await launch(cluster, port);
    const started = await waitUntilReady({ child, cluster, port, deadline });
    if (started) return { process: child, port, url: databaseUrl(cluster.password, port) };
    const lastWords = await readLog(logFile(cluster.databaseDir), logOffset);
    if (!isHeldByDyingServer(lastWords) || performance.now() > deadline)
      throw startFailure(cluster, lastWords);
    await delay(RETRY_MS);
  }
}

export function databaseUrl(password: string, port: number, database = "postgres"): string {
  return `postgresql://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. Waits until the process is gone. */
export async function stopPostgres(databaseDir: string): Promise<void> {
  const postmaster = await findPostmaster(databaseDir);
  if (!postmaster) return;
  process.kill(postmaster.pid, "SIGINT");
  if (await goneWithin(postmaster.pid, STOP_WITHIN_MS)) return;
  process.kill(postmaster.pid, "SIGQUIT"); // immediate: the next start replays the write-ahead log, nothing is lost
  await goneWithin(postmaster.pid, STOP_WITHIN_MS);
}

async function stopLeftBehind(databaseDir: string): Promise<void> {
  await stopPostgres(databaseDir);
  const still = await findPostmaster(databaseDir);
  if (still)
    throw new OperatorError(`A PostgreSQL of an earlier run (process ${still.pid}) cannot be stopped.`);
}

/** `logOffset`: where in its log the words of this start begin. */
type Launched = { child: ChildProcess; logOffset: number };

async function launch(cluster: Cluster, port: number): Promise<Launched> {
  const log = await openLog(cluster);
  try {
    const { size: logOffset } = await log.stat();
    const command = commandAs(
      cluster.identity,
      cluster.binaries.postgres,
      serverArguments(cluster.databaseDir, port),
    );
    // Its own session: a Ctrl-C in the terminal must reach the supervisor only, which stops the database last.
    const options = { ...command.options, detached: true, stdio: ["ignore", log.fd, log.fd] as const };
    const child = spawn(command.file, command.arguments, { ...options, stdio: [...options.stdio] });
    await new Promise<void>((resolve, reject) => {
      child.once("spawn", resolve);
      child.once("error", reject);
    });
    return { child, logOffset };
  } finally {
    await log.close();
  }
}

function serverArguments(databaseDir: string, port: number): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    log_line_prefix: "%m [%p] ",
    log_checkpoints: "off",
    idle_in_transaction_session_timeout: "5min",
  };
  return [
    "-D",
    databaseDir,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}

async function openLog({ databaseDir }: Cluster): Promise<FileHandle> {
  const file = logFile(databaseDir);
  const size = await stat(file)
    .then((found) => found.size)
    .catch(() => 0);
  if (size > LOG_LIMIT_BYTES) await rename(file, `${file}.1`);
  return open(file, "a", 0o600);
}

function logFile(databaseDir: string): string {
  return `${databaseDir}.log`;
}

type Waiting = { child: ChildProcess; cluster: Cluster; port: number; deadline: number };

/** True once the server accepts connections, false when it gave up by itself. */
async function waitUntilReady({ child, cluster, port, deadline }: Waiting): Promise<boolean> {
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const postmaster = await findPostmaster(cluster.databaseDir);
    if (postmaster?.ready && !(await connectionRefused(databaseUrl(cluster.password, port)))) return true;
    await delay(POLL_MS);
  }
  child.kill("SIGQUIT");
  throw new OperatorError(`The database did not become ready; see ${logFile(cluster.databaseDir)}.`);
}

/**
 * The children of a killed server hold its shared memory until they notice, and PostgreSQL rightly refuses to start. Each of
 * them may still write its own last line behind that refusal.
 */
function isHeldByDyingServer(lastWords: readonly string[]): boolean {
  return lastWords.some((line) => /pre-existing shared memory block|lock file .* already exists/.test(line));
}

function startFailure({ databaseDir }: Cluster, lines: readonly string[]): OperatorError {
  const reason =
    lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? "no reason given";
  return new OperatorError(`The database does not start (${reason.trim()}); see ${logFile(databaseDir)}.`);
}

const LAST_WORDS_BYTES = 65_536;

async function readLog(file: string, offset: number): Promise<string[]> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(size - offset, LAST_WORDS_BYTES));
    await handle.read(buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString("utf8").split("\n").filter(Boolean);
  } finally {
    await handle.close();
  }
}

async function goneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}
