import { parseArgs } from "node:util";
import type { z } from "zod";
import { setUpSchema } from "#lib/contract/account.ts";
import { withDatabase } from "../database.ts";
import { generateWhenStale } from "../generate.ts";
import { applyMigrations } from "../migrations/apply.ts";
import { OperatorError } from "../operator-error.ts";
import { stderrReporter } from "../reporter.ts";
import { useAppEnvironment } from "./use-app-environment.ts";

const USAGE = "npm run admin -- init --email E --password P --team T [--name N] [--api-key] [--force]";

/**
 * Makes the first account and team without a browser; gives `{"teamId","userId","apiKey":{"key","accessKey","secretKey"}}`
 * (`apiKey` is null without `--api-key`). It works beside a running server and without one.
 */
export async function init(args: string[]): Promise<object> {
  const options = readArguments(args);
  await generateWhenStale(stderrReporter);
  let made: object = {};
  await withDatabase({ reporter: stderrReporter }, async (databaseUrl) => {
    await applyMigrations(databaseUrl);
    await useAppEnvironment(databaseUrl);
    made = await initialise(options);
  });
  return made;
}

type InitOptions = { account: SetUpInput; apiKey: boolean; force: boolean };
type SetUpInput = z.output<typeof setUpSchema>;

/** The same rules as the form at `/setup`. */
function readArguments(args: string[]): InitOptions {
  const { positionals, values } = parseUsage(args);
  const { email, password, team: teamName, name = email?.split("@")[0] } = values;
  if (positionals.length > 0) throw new OperatorError(`usage: ${USAGE}`);
  const parsed = setUpSchema.safeParse({ email, password, teamName, name });
  if (parsed.success) return { account: parsed.data, apiKey: values["api-key"], force: values.force };
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new OperatorError(`${problems.join("; ")}; usage: ${USAGE}`);
}

function parseUsage(args: string[]) {
  try {
    return parseArgs({
      args,
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

async function initialise({ account, apiKey, force }: InitOptions) {
  const [{ actAs, OPERATOR }, { createFirstTeam }, { createApiKey }, { systemDb }, { AppError }] =
    await Promise.all([
      import("#lib/audit/acting.ts"),
      import("#lib/teams/create-first-team.ts"),
      import("#lib/teams/create-api-key.ts"),
      import("#lib/db/client.ts"),
      import("#lib/shared/errors.ts"),
    ]);
  try {
    return await actAs({ actor: OPERATOR, requestId: null }, async () => {
      const { teamId, userId } = await createFirstTeam({ ...account, force });
      if (!apiKey) return { teamId, userId, apiKey: null };
      const request = { teamId, userId, name: "admin init", scope: "create", expiresAt: null } as const;
      const { key, accessKey, secretKey } = await createApiKey(request);
      return { teamId, userId, apiKey: { key, accessKey, secretKey } };
    });
  } catch (error) {
    if (error instanceof AppError) throw new OperatorError(error.message, { cause: error });
    throw error;
  } finally {
    await systemDb.$disconnect();
  }
}
