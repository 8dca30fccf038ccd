import { appEnvironment } from "./app-environment.ts";
import { dataDirFromEnvironment, prepareDataDir } from "./data-dir.ts";
import { withDatabase } from "./database.ts";
import { generateWhenStale } from "./generate.ts";
import { runCommand } from "./operator-error.ts";
import { startManaged } from "./processes/managed-process.ts";
import { workerRecipe } from "./processes/recipes.ts";
import { onShutdownRequest } from "./processes/shutdown-signals.ts";
import { stdoutReporter } from "./reporter.ts";
import { loadSecrets } from "./secrets.ts";

const GRACE_MS = 25_000;

/** `npm run worker`: one more worker, on the database of DATABASE_URL or beside a server that runs on this machine. */
await runCommand(async () => {
  await generateWhenStale(stdoutReporter);
  await withDatabase({ reporter: stdoutReporter, leavesSoon: false }, async (databaseUrl) => {
    const dataDir = dataDirFromEnvironment(process.env);
    await prepareDataDir(dataDir);
    const secrets = await loadSecrets(dataDir);
    const instance = { databaseUrl: process.env.DATABASE_URL || databaseUrl, dataDir, secrets };
    const environment = appEnvironment(process.env, instance);
    const worker = startManaged(workerRecipe(environment), stdoutReporter);
    const ended = Promise.withResolvers<void>();
    onShutdownRequest({
      drain: () => worker.stop(GRACE_MS).then(ended.resolve, ended.reject),
      force: () => {
        worker.kill();
        process.exit(1);
      },
    });
    await ended.promise;
  });
});
