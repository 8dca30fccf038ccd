import { randomBytes, randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { OperatorError } from "./operator-error.ts";

const secretsSchema = z.strictObject({
  /** Of the embedded database. */
  postgresPassword: z.string().min(32),
  /** Signs sessions; environment variable BETTER_AUTH_SECRET overrides it. */
  betterAuthSecret: z.string().min(32),
  /** 256 bits, base64url: encrypts provider credentials at rest; environment variable MASTER_KEY overrides it. */
  masterKey: z.string().min(32),
  /** The master key before it, as long as something may still be sealed under it. */
  previousMasterKey: z.string().min(32).optional(),
});

export type Secrets = z.infer<typeof secretsSchema>;

/**
 * The secrets of this installation, created on the first start (mode 600). A file that is damaged is never replaced:
 * with new secrets every session and every stored credential would be lost without a word.
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, "secrets.json");
  return (await read(file)) ?? (await create(file));
}

/**
 * Puts a new master key in the place of the present one, which stays beside it and still opens. While an earlier replacement is not
 * ended there is nothing to begin: there are never three.
 */
export async function beginMasterKeyReplacement(dataDir: string): Promise<void> {
  const secrets = await loadSecrets(dataDir);
  if (secrets.previousMasterKey !== undefined) return;
  await replace(dataDir, { ...secrets, masterKey: secret(), previousMasterKey: secrets.masterKey });
}

/** Forgets the previous master key; what is sealed under it never opens again. */
export async function endMasterKeyReplacement(dataDir: string): Promise<void> {
  const { previousMasterKey: _, ...secrets } = await loadSecrets(dataDir);
  await replace(dataDir, secrets);
}

/** Takes over the secrets of a restored studio; the database that runs here keeps its own password. */
export async function adoptSecrets(dataDir: string, adopted: Secrets): Promise<void> {
  const { postgresPassword } = await loadSecrets(dataDir);
  await replace(dataDir, { ...adopted, postgresPassword });
}

/** The new file is on the disk before it takes the old one's place: there is no moment without a complete one. */
async function replace(dataDir: string, secrets: Secrets): Promise<void> {
  const file = path.join(dataDir, "secrets.json");
  const draft = `${file}.${randomUUID()}.new`;
  await writeFile(draft, written(secrets), { mode: 0o600, flush: true });
  await rename(draft, file);
}

async function read(file: string): Promise<Secrets | null> {
  const text = await readFile(file, "utf8").catch(nullWhenMissing);
  if (text === null) return null;
  const parsed = secretsSchema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new OperatorError(`${file} is damaged; restore it from a backup.`, { cause: parsed.error });
  return parsed.data;
}

/** Writes aside and links into place, so that of two first starts at once exactly one wins and both use its secrets. */
async function create(file: string): Promise<Secrets> {
  const secrets: Secrets = { postgresPassword: secret(), betterAuthSecret: secret(), masterKey: secret() };
  const draft = `${file}.${randomUUID()}.new`;
  await writeFile(draft, written(secrets), { mode: 0o600 });
  try {
    await link(draft, file);
    return secrets;
  } catch (error) {
    const winner = await read(file);
    if (winner) return winner;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function written(secrets: Secrets): string {
  return `${JSON.stringify(secrets, null, 2)}\n`;
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
