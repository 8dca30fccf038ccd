import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { withConnection } from "#scripts/postgres/connection.ts";
import { startEmbeddedDatabase } from "#scripts/postgres/embedded.ts";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { runScript } from "#tests/support/run-command.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { uploadPicture } from "#tests/support/test-picture.ts";

let folder: string;
const made: string[] = [];

beforeAll(async () => {
  const team = await createTeam();
  await uploadPicture(team.caller, { widthPx: 300, heightPx: 300 });
  folder = await newFolder();
  expect(await runScript("backup", ["--to", folder])).toEqual({ code: 0, said: expect.any(String) });
});

afterAll(() => Promise.all(made.map((path) => rm(path, { recursive: true, force: true }))));

async function newFolder(): Promise<string> {
  const path = await createThrowAwayDir();
  made.push(path);
  return path;
}

/** On an embedded database: with nothing but a folder. */
function restore(dataDir: string) {
  return runScript("restore", ["--from", folder], { DATABASE_URL: "", DATA_DIR: dataDir });
}

test("an empty folder becomes the studio again: its rows, its media, its secrets, and a database of its own", async () => {
  const dataDir = await newFolder();
  expect(await restore(dataDir)).toEqual({ code: 0, said: expect.any(String) });
  const database = await startEmbeddedDatabase(dataDir);
  try {
    const { rows } = await withConnection(database.url, (client) =>
      client.query(
        `SELECT "Asset"."storageKey", "Connection"."pauseReason" FROM "Asset" CROSS JOIN "Connection"`,
      ),
    );
    expect(rows).toMatchObject([{ pauseReason: { by: "restore" } }]);
    const { storageKey } = await systemDb.asset.findFirstOrThrow();
    expect(await readFile(join(dataDir, "media", storageKey))).toEqual(
      Buffer.from(await blobs.read(storageKey)),
    );
    const [saved, adopted] = await Promise.all([secretsOf(folder), secretsOf(dataDir)]);
    expect(adopted).toEqual({ ...saved, postgresPassword: adopted.postgresPassword });
    expect(adopted.postgresPassword).not.toBe(saved.postgresPassword);
  } finally {
    await database.stop();
  }
});

async function secretsOf(dir: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(dir, "secrets.json"), "utf8"));
}

test("a backup of which one byte is wrong is refused before anything is touched", async () => {
  const { storageKey } = await systemDb.asset.findFirstOrThrow();
  for (const name of [join("objects", storageKey), join("tables", "Asset.ndjson"), "secrets.json"]) {
    const file = join(folder, name);
    const right = await readFile(file);
    const wrong = Buffer.from(right);
    wrong.writeUInt8(wrong.readUInt8(10) ^ 1, 10);
    await writeFile(file, wrong);
    const dataDir = await newFolder();
    const { code, said } = await restore(dataDir);
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining("damaged") });
    expect(await readdir(dataDir)).toEqual([]);
    await writeFile(file, right);
  }
});

test("a backup that did not come to its end is none", async () => {
  const half = await mkdtemp(join(folder, ".."));
  made.push(half);
  const result = await runScript("restore", ["--from", half], {
    DATABASE_URL: "",
    DATA_DIR: await newFolder(),
  });
  expect(result).toMatchObject({ code: 1, said: expect.stringContaining("no complete backup") });
});
