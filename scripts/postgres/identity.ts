import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { OperatorError } from "#scripts/operator-error.ts";

const run = promisify(execFile);

/**
 * Who the database process runs as. PostgreSQL refuses to run as root, so under root it becomes the system user
 * `postgres`; where that user could not even enter the folders above the data (a clone in `/root` or in a
 * `mktemp -d`), the process runs in a user namespace in which root's own files belong to an ordinary user.
 */
export type DatabaseIdentity =
  | { kind: "same-user" }
  | { kind: "other-user"; uid: number; gid: number }
  | { kind: "namespace" };

const USER_NAME = "postgres";
const NAMESPACE_USER_ID = "1000";
const OTHERS_MAY_ENTER = 0o001;

/** The identity of a database that does not exist yet, whose files and programs will lie in these folders. */
export async function identityForNewCluster(folders: readonly string[]): Promise<DatabaseIdentity> {
  if (process.getuid?.() !== 0) return { kind: "same-user" };
  const closed = (await Promise.all(folders.map(firstClosedFolder))).find((folder) => folder !== null);
  if (closed === undefined) return { kind: "other-user", ...((await findUser()) ?? (await createUser())) };
  await requireNamespaces(closed);
  return { kind: "namespace" };
}

/** An existing database goes on running as whoever owns its files. */
export async function identityOfCluster(databaseDir: string): Promise<DatabaseIdentity> {
  if (process.getuid?.() !== 0) return { kind: "same-user" };
  const { uid, gid } = await stat(databaseDir);
  return uid === 0 ? { kind: "namespace" } : { kind: "other-user", uid, gid };
}

/** The command line that starts a program under this identity; the process id stays that of the program. */
export function commandAs(identity: DatabaseIdentity, program: string, programArguments: readonly string[]) {
  switch (identity.kind) {
    case "same-user":
      return { file: program, arguments: programArguments, options: {} };
    case "other-user":
      return {
        file: program,
        arguments: programArguments,
        options: { uid: identity.uid, gid: identity.gid },
      };
    case "namespace":
      return { file: "unshare", arguments: [...NAMESPACE_FLAGS, program, ...programArguments], options: {} };
  }
}

const NAMESPACE_FLAGS = ["--user", `--map-user=${NAMESPACE_USER_ID}`, `--map-group=${NAMESPACE_USER_ID}`];

async function findUser(): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", USER_NAME]), run("id", ["-g", USER_NAME])]);
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
  } catch {
    return null;
  }
}

async function createUser(): Promise<{ uid: number; gid: number }> {
  try {
    await run("groupadd", ["--system", USER_NAME]).catch(() => undefined); // an existing group is fine
    await run("useradd", [
      "--system",
      "--gid",
      USER_NAME,
      "--no-create-home",
      "--shell",
      "/bin/false",
      USER_NAME,
    ]);
  } catch (cause) {
    throw new OperatorError(
      "PostgreSQL does not run as root and the system user `postgres` could not be created; create it, run as an ordinary user, or set DATABASE_URL.",
      { cause },
    );
  }
  const created = await findUser();
  if (!created) throw new OperatorError("The system user `postgres` was created but cannot be found.");
  return created;
}

async function firstClosedFolder(folder: string): Promise<string | null> {
  const { mode } = await stat(folder);
  if ((mode & OTHERS_MAY_ENTER) === 0) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? null : firstClosedFolder(parent);
}

async function requireNamespaces(closedFolder: string): Promise<void> {
  await run("unshare", [...NAMESPACE_FLAGS, "true"]).catch((cause: unknown) => {
    throw new OperatorError(
      `PostgreSQL does not run as root, and its own user may not enter ${closedFolder}: run \`chmod o+x ${closedFolder}\`, move the clone and DATA_DIR elsewhere, or set DATABASE_URL.`,
      { cause },
    );
  });
}
