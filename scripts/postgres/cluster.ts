import { spawn } from "node:child_process";
import { chown, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { OperatorError } from "#scripts/operator-error.ts";
import { type PostgresBinaries, preparePostgresBinaries } from "./binaries.ts";
import { commandAs, type DatabaseIdentity, identityForNewCluster, identityOfCluster } from "./identity.ts";

/** One PostgreSQL data directory and everything that is needed to start a server on it. */
export type Cluster = {
  databaseDir: string;
  password: string;
  binaries: PostgresBinaries;
  identity: DatabaseIdentity;
};

export const SUPERUSER = "framewright";

/** Opens the data directory `<dataDir>/postgres`, creating it on the first start. `dataDir` must exist. */
export async function openCluster(dataDir: string, password: string): Promise<Cluster> {
  const databaseDir = path.join(dataDir, "postgres");
  const binaries = await preparePostgresBinaries();
  if (!(await exists(databaseDir))) await createCluster({ dataDir, databaseDir, password, binaries });
  return { databaseDir, password, binaries, identity: await identityOfCluster(databaseDir) };
}

type NewCluster = { dataDir: string; databaseDir: string; password: string; binaries: PostgresBinaries };

/** Builds beside the final place and renames at the end, so that a killed first start leaves nothing half made. */
async function createCluster({ dataDir, databaseDir, password, binaries }: NewCluster): Promise<void> {
  const identity = await identityForNewCluster([dataDir, path.dirname(binaries.postgres)]);
  const draft = `${databaseDir}.new`;
  const passwordFile = path.join(dataDir, "postgres.password.new");
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    await Promise.all([draft, passwordFile].map((file) => giveTo(identity, file)));
    await runInitdb(identity, binaries.initdb, initdbArguments(draft, passwordFile));
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, databaseDir);
}

/** The builtin locale sorts the same on every machine, so a system upgrade can never corrupt an index. */
function initdbArguments(databaseDir: string, passwordFile: string): string[] {
  return [
    `--pgdata=${databaseDir}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--data-checksums",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
}

async function giveTo(identity: DatabaseIdentity, file: string): Promise<void> {
  if (identity.kind === "other-user") await chown(file, identity.uid, identity.gid);
}

async function runInitdb(
  identity: DatabaseIdentity,
  program: string,
  programArguments: string[],
): Promise<void> {
  const command = commandAs(identity, program, programArguments);
  const child = spawn(command.file, command.arguments, {
    ...command.options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const output: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (exitCode !== 0) throw new OperatorError(`The database could not be created: ${output.join("").trim()}`);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
