import type { Secrets } from "./secrets.ts";

type Instance = { databaseUrl: string; dataDir: string; secrets: Secrets };

/** The environment of web and worker: what the operator has set, completed by what `npm start` works out itself. */
export function appEnvironment(
  operator: NodeJS.ProcessEnv,
  { databaseUrl, dataDir, secrets }: Instance,
): NodeJS.ProcessEnv {
  const previousMasterKey = operator.MASTER_KEY ? operator.MASTER_KEY_PREVIOUS : secrets.previousMasterKey;
  return {
    ...operator,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    BETTER_AUTH_SECRET: operator.BETTER_AUTH_SECRET || secrets.betterAuthSecret,
    MASTER_KEY: operator.MASTER_KEY || secrets.masterKey,
    // Left out where there is none: assigned to process.env, "undefined" would become a text.
    ...(previousMasterKey !== undefined && { MASTER_KEY_PREVIOUS: previousMasterKey }),
  };
}
