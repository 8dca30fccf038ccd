import { copyFile, mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { useAppEnvironment } from "./admin/use-app-environment.ts";
import { dataDirFromEnvironment } from "./data-dir.ts";
import { withDatabase } from "./database.ts";
import { generateWhenStale } from "./generate.ts";
import { OperatorError, runCommand } from "./operator-error.ts";
import { stderrReporter } from "./reporter.ts";

const USAGE = "npm run backup -- --to <an empty folder>";

/**
 * Copies the whole studio into a folder, beside a running server or without one. The database comes first and the media that
 * it names second: what is added meanwhile is not in the backup, and nothing in the backup lacks its file.
 */
await runCommand(async () => {
  const folder = await readFolder();
  await generateWhenStale(stderrReporter);
  await withDatabase({ reporter: stderrReporter }, async (databaseUrl) => {
    await useAppEnvironment(databaseUrl);
    await backUp(databaseUrl, folder);
  });
});

async function backUp(databaseUrl: string, folder: string): Promise<void> {
  const [{ dumpDatabase }, { saveObjects }, { describeFile }, { VERSION, writeManifest }, { blobs }] =
    await Promise.all([
      import("./backup/dump-database.ts"),
      import("./backup/copy-objects.ts"),
      import("./backup/hash-file.ts"),
      import("./backup/manifest.ts"),
      import("#lib/storage/blobs.ts"),
    ]);
  const { step, info } = stderrReporter;
  const createdAt = new Date().toISOString();
  const { migrations, tables, keys } = await step("dumping the database", () =>
    dumpDatabase(databaseUrl, folder),
  );
  const objects = await step(`copying ${keys.length} media files`, () =>
    saveObjects(keys, { folder, blobs }),
  );
  const secretsFile = path.join(folder, "secrets.json");
  await copyFile(path.join(dataDirFromEnvironment(process.env), "secrets.json"), secretsFile);
  const secrets = await describeFile(secretsFile);
  await writeManifest(folder, { version: VERSION, createdAt, migrations, tables, objects, secrets });
  info(`backed up to ${folder}; it holds the studio's secrets, so keep it as safe as DATA_DIR`);
}

async function readFolder(): Promise<string> {
  const { to } = parseOptions();
  if (to === undefined) throw new OperatorError(`usage: ${USAGE}`);
  const folder = path.resolve(to);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new OperatorError(`${folder} is not empty; usage: ${USAGE}`);
  return folder;
}

function parseOptions() {
  try {
    return parseArgs({ options: { to: { type: "string" } } }).values;
  } catch (cause) {
    throw new OperatorError(`usage: ${USAGE}`, { cause });
  }
}
