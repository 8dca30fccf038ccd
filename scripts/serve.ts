import { appEnvironment } from "./app-environment.ts";
import { buildWhenStale } from "./build.ts";
import { dataDirFromEnvironment, prepareDataDir } from "./data-dir.ts";
import { directAddress, requireReachable } from "./database.ts";
import { applyMigrations } from "./migrations/apply.ts";
import { OperatorError, runCommand } from "./operator-error.ts";
import { startManaged } from "./processes/managed-process.ts";
import { webRecipe } from "./processes/recipes.ts";
import { onShutdownRequest } from "./processes/shutdown-signals.ts";
import { stdoutReporter } from "./reporter.ts";
import { loadSecrets } from "./secrets.ts";

const GRACE_MS = 4_000;

/** `npm run web`: one more web process on the database of DATABASE_URL, for machines of which each does one thing. */
await runCommand(async () => {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl)
    throw new OperatorError("npm run web needs DATABASE_URL; on one machine alone use npm start.");
  await requireReachable(databaseUrl);
  const dataDir = dataDirFromEnvironment(process.env);
  await prepareDataDir(dataDir);
  await applyMigrations(directAddress(process.env) ?? databaseUrl);
  await buildWhenStale(stdoutReporter, new AbortController().signal);
  const secrets = await loadSecrets(dataDir);
  const environment = appEnvironment(process.env, { databaseUrl, dataDir, secrets });
  const web = startManaged(webRecipe(environment, Number(process.env.PORT || 3000)), stdoutReporter);
  const ended = Promise.withResolvers<void>();
  onShutdownRequest({
    drain: () => web.stop(GRACE_MS).then(ended.resolve, ended.reject),
    force: () => {
      web.kill();
      process.exit(1);
    },
  });
  await ended.promise;
});
