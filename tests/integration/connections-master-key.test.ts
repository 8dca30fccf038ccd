import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { type MasterKeys, masterKeyOf } from "#lib/secrets/master-keys.ts";
import { SEALED_COLUMNS } from "#lib/secrets/reseal-all.ts";
import { activePrefix, open, seal } from "#lib/secrets/seal.ts";
import { newId } from "#lib/shared/ids.ts";
import { prepareDataDir } from "#scripts/data-dir.ts";
import { acquireDataDirLock } from "#scripts/data-dir-lock.ts";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { loadSecrets } from "#scripts/secrets.ts";
import { createTeam } from "#tests/support/team-fixture.ts";

const PROJECT_DIR = path.resolve(import.meta.dirname, "../..");
const FIRST = "first-master-key".repeat(3);
const SECOND = "second-master-key".repeat(3);

let dataDir: string;

beforeEach(async () => {
  dataDir = await createThrowAwayDir();
  await prepareDataDir(dataDir);
  await systemDb.apiKey.deleteMany();
  await systemDb.webhook.deleteMany();
  await systemDb.connection.updateMany({ data: { credentialSealed: null, callbackSecretSealed: null } });
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** The command as an operator runs it; the keys of this process are not its business. */
async function rotate(environment: Record<string, string> = {}) {
  const { MASTER_KEY: _, MASTER_KEY_PREVIOUS: __, ...rest } = process.env;
  const child = spawn(process.execPath, ["scripts/admin.ts", "rotate-master-key"], {
    cwd: PROJECT_DIR,
    env: { ...rest, NODE_ENV: "test", DATA_DIR: dataDir, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [output, errors, [status, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { output, errors, status, signal };
}

type Sealed = { readonly secret: string; readonly sealed: string; readonly context: readonly string[] };

/** One row of each column that holds secrets. */
async function sealOneOfEach(keys: MasterKeys): Promise<void> {
  const { teamId, connectionId, caller } = await createTeam();
  const keyId = newId("apiKey");
  await systemDb.apiKey.create({
    data: {
      id: keyId,
      teamId,
      createdById: caller.userId,
      name: "a key",
      scope: "read",
      prefix: "fw_",
      keyHash: keyId,
      accessKey: keyId,
      secretKeySealed: seal("signing key", ["ApiKey", keyId, teamId, "secretKey"], keys),
    },
  });
  await systemDb.connection.update({
    where: { id: connectionId },
    data: {
      credentialSealed: seal("credential", ["Connection", connectionId, teamId, "credential"], keys),
      callbackSecretSealed: seal("callbacks", ["Connection", connectionId, teamId, "callbackSecret"], keys),
    },
  });
  const webhookId = newId("webhook");
  await systemDb.webhook.create({
    data: {
      id: webhookId,
      teamId,
      url: "https://example.com",
      secretSealed: seal("webhook", ["Webhook", webhookId, teamId, "secret"], keys),
      oldSecretSealed: seal("old webhook", ["Webhook", webhookId, teamId, "oldSecret"], keys),
    },
  });
}

async function readSealed(): Promise<Sealed[]> {
  const [keys, connections, webhooks] = await Promise.all([
    systemDb.apiKey.findMany(),
    systemDb.connection.findMany({ where: { credentialSealed: { not: null } } }),
    systemDb.webhook.findMany(),
  ]);
  return [
    ...keys.map((it) => row("ApiKey", it, ["secretKey", it.secretKeySealed, "signing key"])),
    ...connections.map((it) => row("Connection", it, ["credential", it.credentialSealed, "credential"])),
    ...connections.map((it) =>
      row("Connection", it, ["callbackSecret", it.callbackSecretSealed, "callbacks"]),
    ),
    ...webhooks.map((it) => row("Webhook", it, ["secret", it.secretSealed, "webhook"])),
    ...webhooks.map((it) => row("Webhook", it, ["oldSecret", it.oldSecretSealed, "old webhook"])),
  ];
}

type Field = readonly [name: string, sealed: string | null, secret: string];

function row(table: string, it: { id: string; teamId: string }, [name, sealed, secret]: Field): Sealed {
  return { secret, sealed: sealed ?? "", context: [table, it.id, it.teamId, name] };
}

async function expectAllToOpen(keys: MasterKeys): Promise<void> {
  const all = await readSealed();
  expect(all.length).toBe(SEALED_COLUMNS.length);
  expect(all.map(({ sealed, context }) => open(sealed, context, keys))).toEqual(all.map((it) => it.secret));
}

test("no column of the database that holds sealed texts is left out", async () => {
  const columns = await systemDb.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name ILIKE '%sealed%'`;
  const named = (list: readonly { table: string; column: string }[]) =>
    list.map(({ table, column }) => `${table}.${column}`).toSorted();
  expect(named(columns)).toEqual(named(SEALED_COLUMNS));
});

test("killed in the middle or at the end it leaves everything readable, and is simply run again", {
  timeout: 120_000,
}, async () => {
  const { masterKey } = await loadSecrets(dataDir);
  await sealOneOfEach([masterKeyOf(masterKey)]);

  expect(await rotate({ CRASH_AT: "rotate:row@2" })).toMatchObject({ status: null, signal: "SIGKILL" });
  const between = await loadSecrets(dataDir);
  expect(between.previousMasterKey).toBe(masterKey);
  const both: MasterKeys = [masterKeyOf(between.masterKey), masterKeyOf(masterKey)];
  await expectAllToOpen(both);
  const done = (await readSealed()).filter(({ sealed }) => sealed.startsWith(activePrefix(both)));
  expect(done).toHaveLength(2);

  expect(await rotate({ CRASH_AT: "rotate:row@3" })).toMatchObject({ signal: "SIGKILL" });
  expect(await loadSecrets(dataDir)).toEqual(between);
  const last = await rotate();
  expect(last.errors).toContain("copy them anew");
  expect([last.status, last.output]).toEqual([0, '{"resealed":0}\n']);
  expect(await loadSecrets(dataDir)).toEqual({ ...between, previousMasterKey: undefined });
  await expectAllToOpen([both[0]]);
});

test("with keys of the operator's own it needs both, and reseals under the active one", async () => {
  await sealOneOfEach([masterKeyOf(FIRST)]);
  const alone = await rotate({ MASTER_KEY: SECOND });
  expect([alone.status, alone.errors]).toEqual([1, expect.stringContaining("MASTER_KEY_PREVIOUS")]);
  await expectAllToOpen([masterKeyOf(FIRST)]);
  const both = await rotate({ MASTER_KEY: SECOND, MASTER_KEY_PREVIOUS: FIRST });
  expect([both.status, both.output]).toEqual([0, '{"resealed":5}\n']);
  await expectAllToOpen([masterKeyOf(SECOND)]);
});

test("a secret under a third key stops it, is named, and stays as it is", async () => {
  await sealOneOfEach([masterKeyOf("third-master-key".repeat(3))]);
  const before = await readSealed();
  const refused = await rotate({ MASTER_KEY: SECOND, MASTER_KEY_PREVIOUS: FIRST });
  expect([refused.status, refused.errors]).toEqual([
    1,
    expect.stringMatching(/ApiKey key_\w+ cannot be opened/),
  ]);
  expect(await readSealed()).toEqual(before);
});

test("it is refused while the studio runs with the key it has started with", async () => {
  const acquired = await acquireDataDirLock(dataDir, { command: "npm start", waitMs: 0 });
  if ("holder" in acquired) throw new Error("already held");
  const before = await loadSecrets(dataDir);
  const refused = await rotate();
  await acquired.lock.release();
  expect([refused.status, refused.errors]).toEqual([1, expect.stringContaining("`npm start` runs")]);
  expect(await loadSecrets(dataDir)).toEqual(before);
});
