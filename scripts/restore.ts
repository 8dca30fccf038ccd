import path from "node:path";
import { parseArgs } from "node:util";
import { useAppEnvironment } from "./admin/use-app-environment.ts";
import type { Manifest } from "./backup/manifest.ts";
import { dataDirFromEnvironment, prepareDataDir } from "./data-dir.ts";
import { currentHolder } from "./data-dir-lock.ts";
import { withDatabase } from "./database.ts";
import { generateWhenStale } from "./generate.ts";
import { applyMigrations } from "./migrations/apply.ts";
import { OperatorError, runCommand } from "./operator-error.ts";
import { stderrReporter } from "./reporter.ts";
import { adoptSecrets, loadSecrets } from "./secrets.ts";

const USAGE = "npm run restore -- --from <folder of a backup> [--keep-media]";

/**
 * Brings a backup back, into an empty database and an empty media store and nowhere else. Every hash is checked before anything is
 * written. The studio then starts in quarantine: see scripts/backup/quarantine.ts. `--keep-media` is for a studio that gets another
 * database and keeps its media: they are completed, and what else is there stays.
 */
await runCommand(async () => {
  const { folder, keepsMedia } = readArguments();
  const manifest = await checkBackup(folder);
  await requireStopped();
  await generateWhenStale(stderrReporter);
  await withDatabase({ reporter: stderrReporter }, async (databaseUrl) => {
    await useAppEnvironment(databaseUrl);
    await restore(databaseUrl, { folder, manifest, keepsMedia });
  });
});

type Backup = { readonly folder: string; readonly manifest: Manifest; readonly keepsMedia: boolean };

async function checkBackup(folder: string): Promise<Manifest> {
  const [{ readManifest }, { findBadFiles }] = await Promise.all([
    import("./backup/manifest.ts"),
    import("./backup/find-bad-files.ts"),
  ]);
  const manifest = await readManifest(folder);
  const bad = await stderrReporter.step("checking every file of the backup", () =>
    findBadFiles(folder, manifest),
  );
  if (bad.length === 0) return manifest;
  throw new OperatorError(
    `The backup is damaged: ${bad.length} files, among them ${bad.slice(0, 5).join(", ")}.`,
  );
}

/** Its processes would go on with secrets that are about to be replaced. */
async function requireStopped(): Promise<void> {
  const dataDir = dataDirFromEnvironment(process.env);
  await prepareDataDir(dataDir);
  const holder = await currentHolder(dataDir);
  if (holder !== null)
    throw new OperatorError(`${holder.command} (process ${holder.pid}) runs on ${dataDir}; stop it first.`);
}

async function restore(databaseUrl: string, { folder, manifest, keepsMedia }: Backup): Promise<void> {
  const [
    { loadDatabase, prepareSchema, requireEmptyDatabase },
    { loadObjects, requireEmptyStore },
    { blobs },
  ] = await Promise.all([
    import("./backup/load-database.ts"),
    import("./backup/copy-objects.ts"),
    import("#lib/storage/blobs.ts"),
  ]);
  const { step, info } = stderrReporter;
  const { objects } = manifest;
  await requireEmptyDatabase(databaseUrl);
  await prepareSchema(databaseUrl, manifest);
  if (!keepsMedia) await requireEmptyStore(objects, blobs);
  await step(`restoring ${objects.length} media files`, () => loadObjects(objects, { folder, blobs }));
  await adoptSecrets(dataDirFromEnvironment(process.env), await loadSecrets(folder));
  const held = await step("restoring the database", () => loadDatabase(databaseUrl, { folder, manifest }));
  await applyMigrations(databaseUrl);
  await step("verifying the audit log", () => verifyRestored(manifest));
  info(`restored the studio of ${manifest.createdAt}`);
  info(`${held.connections} connections are paused and ${held.tasks} orders wait: nothing is sent upstream`);
  info(
    "until somebody resumes the connections in the settings; docs/guides/backup.md says what to look at first",
  );
}

/** A log that was tampered with before the backup is told, and does not keep anybody from their studio. */
async function verifyRestored({ createdAt }: Manifest): Promise<void> {
  const [{ verifyAllChains }, { recordForInstance }, { systemDb }] = await Promise.all([
    import("#lib/audit/verify-stored-chain.ts"),
    import("#lib/audit/record-for-instance.ts"),
    import("#lib/db/client.ts"),
  ]);
  try {
    const broken = (await verifyAllChains()).filter((chain) => chain.broken !== null);
    for (const { teamId, broken: at } of broken)
      stderrReporter.info(`the audit log of ${teamId} does not fit from entry ${at?.seq} on (${at?.reason})`);
    const brokenChains = broken.map(({ teamId }) => teamId);
    await recordForInstance("backup.restored", { backupOf: createdAt, brokenChains });
  } finally {
    await systemDb.$disconnect();
  }
}

function readArguments() {
  const options = { from: { type: "string" }, "keep-media": { type: "boolean", default: false } } as const;
  try {
    const { from, "keep-media": keepsMedia } = parseArgs({ options }).values;
    if (from !== undefined) return { folder: path.resolve(from), keepsMedia };
  } catch (cause) {
    throw new OperatorError(`usage: ${USAGE}`, { cause });
  }
  throw new OperatorError(`usage: ${USAGE}`);
}
