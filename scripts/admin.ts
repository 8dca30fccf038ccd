import { parseArgs } from "node:util";
import type { z } from "zod";
import { setUpSchema } from "#lib/contract/account.ts";
import { appEnvironment } from "./app-environment.ts";
import { dataDirFromEnvironment, prepareDataDir } from "./data-dir.ts";
import { withDatabase } from "./database.ts";
import { generateWhenStale } from "./generate.ts";
import { applyMigrations } from "./migrations/apply.ts";
import { OperatorError, runCommand } from "./operator-error.ts";
import { stderrReporter } from "./reporter.ts";
import { loadSecrets } from "./secrets.ts";

const USAGE = "npm run admin -- init --email E --password P --team T [--name N] [--api-key] [--force]";

/**
 * `init` makes the first account and team without a browser and prints
 * `{"teamId","userId","apiKey":{"key","accessKey","secretKey"}}` as the only thing on standard output (`apiKey` is null
 * without `--api-key`). It works beside a running server and without one.
 */
await runCommand(async () => {
  const options = readArguments();
  await generateWhenStale(stderrReporter);
  await withDatabase({ reporter: stderrReporter }, async (databaseUrl) => {
    await applyMigrations(databaseUrl);
    await useAppEnvironment(databaseUrl);
    const result = await initialise(options);
    process.stdout.write(`${JSON.stringify(result)}\n`);
  });
});

type InitOptions = { account: SetUpInput; apiKey: boolean; force: boolean };
type SetUpInput = z.output<typeof setUpSchema>;

/** The same rules as the form at `/setup`. */
function readArguments(): InitOptions {
  const { positionals, values } = parseUsage();
  const { email, password, team: teamName, name = email?.split("@")[0] } = values;
  if (positionals[0] !== "init" || positionals.length > 1) throw new OperatorError(`usage: ${USAGE}`);
  const parsed = setUpSchema.safeParse({ email, password, teamName, name });
  if (parsed.success) return { account: parsed.data, apiKey: values["api-key"], force: values.force };
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new OperatorError(`${problems.join("; ")}; usage: ${USAGE}`);
}

function parseUsage() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        email: { type: "string" },
        password: { type: "string" },
        team: { type: "string" },
        name: { type: "string" },
        "api-key": { type: "boolean", default: false },
        force: { type: "boolean", default: false },
      },
    });
  } catch (cause) {
    throw new OperatorError(`${cause instanceof Error ? cause.message : cause}; usage: ${USAGE}`, { cause });
  }
}

/** Modules of `lib` read the environment when they are loaded, so it is completed first and they are loaded after. */
async function useAppEnvironment(databaseUrl: string): Promise<void> {
  const dataDir = dataDirFromEnvironment(process.env);
  await prepareDataDir(dataDir);
  const secrets = await loadSecrets(dataDir);
  Object.assign(process.env, appEnvironment(process.env, { databaseUrl, dataDir, secrets }));
}

async function initialise({ account, apiKey, force }: InitOptions) {
  const [{ createFirstTeam }, { createApiKey }, { systemDb }, { AppError }] = await Promise.all([
    import("#lib/teams/create-first-team.ts"),
    import("#lib/teams/create-api-key.ts"),
    import("#lib/db/client.ts"),
    import("#lib/shared/errors.ts"),
  ]);
  try {
    const { teamId, userId } = await createFirstTeam({ ...account, force });
    if (!apiKey) return { teamId, userId, apiKey: null };
    const request = { teamId, userId, name: "admin init", scope: "create", expiresAt: null } as const;
    const { key, accessKey, secretKey } = await createApiKey(request);
    return { teamId, userId, apiKey: { key, accessKey, secretKey } };
  } catch (error) {
    if (error instanceof AppError) throw new OperatorError(error.message, { cause: error });
    throw error;
  } finally {
    await systemDb.$disconnect();
  }
}
