import { dataDirFromEnvironment, prepareDataDir } from "../data-dir.ts";
import { currentHolder } from "../data-dir-lock.ts";
import { withDatabase } from "../database.ts";
import { generateWhenStale } from "../generate.ts";
import { applyMigrations } from "../migrations/apply.ts";
import { OperatorError } from "../operator-error.ts";
import { stderrReporter } from "../reporter.ts";
import { beginMasterKeyReplacement, endMasterKeyReplacement } from "../secrets.ts";
import { useAppEnvironment } from "./use-app-environment.ts";

/**
 * Brings everything sealed under the active master key; gives `{"resealed"}`. Killed anywhere, it is simply run again.
 *
 * With the keys in DATA_DIR/secrets.json it makes the new key itself, keeps the old one beside it until the last row is done, and
 * then forgets it; the server must be stopped, because it would go on with the key it has started with. With MASTER_KEY in the
 * environment both keys are the operator's (docs/guides/replace-the-master-key.md) and everything may run.
 */
export async function replaceMasterKey(args: string[]): Promise<object> {
  if (args.length > 0) throw new OperatorError("usage: npm run admin -- rotate-master-key");
  const dataDir = dataDirFromEnvironment(process.env);
  await prepareDataDir(dataDir);
  const isOurs = !process.env.MASTER_KEY;
  if (isOurs) await requireStopped(dataDir);
  else requirePrevious();
  await generateWhenStale(stderrReporter);
  let resealed = 0;
  await withDatabase({ reporter: stderrReporter }, async (databaseUrl) => {
    await applyMigrations(databaseUrl);
    if (isOurs) await beginMasterKeyReplacement(dataDir);
    await useAppEnvironment(databaseUrl);
    resealed = await resealEverything();
    if (isOurs) await endMasterKeyReplacement(dataDir);
  });
  stderrReporter.info(WHAT_ENDED);
  return { resealed };
}

const WHAT_ENDED =
  "Links of open invitations and of results, and the secrets that sign callbacks, were made from the old key: copy them anew.";

async function resealEverything(): Promise<number> {
  const [{ resealAll }, { recordForInstance }, { systemDb }] = await Promise.all([
    import("#lib/secrets/reseal-all.ts"),
    import("#lib/audit/record-for-instance.ts"),
    import("#lib/db/client.ts"),
  ]);
  try {
    const resealed = await resealAll();
    await recordForInstance("master_key.rotated", { resealed });
    return resealed;
  } finally {
    await systemDb.$disconnect();
  }
}

async function requireStopped(dataDir: string): Promise<void> {
  const holder = await currentHolder(dataDir);
  if (holder === null) return;
  throw new OperatorError(
    `\`${holder.command}\` runs with the present master key. Stop it, replace the key, and start it again.`,
  );
}

function requirePrevious(): void {
  if (process.env.MASTER_KEY_PREVIOUS) return;
  throw new OperatorError(
    "MASTER_KEY is set, so the keys are yours to choose: set MASTER_KEY to the new one and MASTER_KEY_PREVIOUS to the one before.",
  );
}
