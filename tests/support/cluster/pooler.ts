import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "#scripts/free-port.ts";
import { connectionRefused } from "#scripts/postgres/connection.ts";
import { commandAs, identityOfCluster } from "#scripts/postgres/identity.ts";
import type { ThrowAwayDatabase } from "#scripts/postgres/throw-away.ts";

/** PgBouncer before the database, set up as docs/guides/many-machines.md says. */
export type Pooler = { readonly url: string; readonly version: string; readonly stop: () => Promise<void> };

const READY_WITHIN_MS = 10_000;
const POLL_MS = 50;

/** Null where PgBouncer is not installed. */
export async function startPooler(database: ThrowAwayDatabase): Promise<Pooler | null> {
  const version = await installedVersion();
  if (version === null) return null;
  const url = new URL(database.url);
  const port = await freePort();
  const folder = path.join(database.dataDir, "pooler");
  const config = path.join(folder, "pgbouncer.ini");
  await mkdir(folder, { mode: 0o755 });
  await writeFile(
    path.join(folder, "users.txt"),
    `"${url.username}" "${decodeURIComponent(url.password)}"\n`,
  );
  await writeFile(config, configText({ folder, port, databasePort: url.port }));
  const identity = await identityOfCluster(path.join(database.dataDir, "postgres")); // it refuses to be root, too
  const command = commandAs(identity, "pgbouncer", ["--quiet", config]);
  const child = spawn(command.file, command.arguments, {
    ...command.options,
    stdio: ["ignore", "ignore", "inherit"],
  });
  url.port = String(port);
  await untilAnswering(url.href, child);
  return {
    url: url.href,
    version,
    async stop() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

type Config = { readonly folder: string; readonly port: number; readonly databasePort: string };

const configText = ({ folder, port, databasePort }: Config) => `[databases]
* = host=127.0.0.1 port=${databasePort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${folder}/users.txt
pool_mode = transaction
ignore_startup_parameters = idle_in_transaction_session_timeout
max_client_conn = 400
`;

async function installedVersion(): Promise<string | null> {
  const asked = await promisify(execFile)("pgbouncer", ["--version"]).catch(() => null);
  return asked?.stdout.split("\n")[0] ?? null;
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while ((await connectionRefused(url)) !== null) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error("PgBouncer does not answer; its own words stand above");
    await delay(POLL_MS);
  }
}
