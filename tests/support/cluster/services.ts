import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { createThrowAwayDir, startThrowAwayDatabase } from "#scripts/postgres/throw-away.ts";
import { startS3Server } from "#tests/support/s3-server.ts";
import { startPooler } from "./pooler.ts";

/** What all machines share: a PostgreSQL server, with PgBouncer before it where that is installed, and a bucket. */
export type Services = {
  readonly words: string;
  /** How each machine is told where they are, with the secrets that all of them have. */
  readonly environment: Partial<NodeJS.ProcessEnv>;
  readonly stop: () => Promise<void>;
};

const BUCKET = "studio-media";

export async function startServices(): Promise<Services> {
  const database = await startThrowAwayDatabase();
  const pooler = await startPooler(database);
  const folder = await createThrowAwayDir();
  const bucket = await startS3Server(folder, [BUCKET]);
  const { endpoint, region, credentials } = bucket.place(BUCKET);
  return {
    words: `PostgreSQL${pooler === null ? "" : ` behind ${pooler.version} in transaction mode`}, an S3 server`,
    environment: {
      DATABASE_URL: pooler?.url ?? database.url,
      DATABASE_DIRECT_URL: database.url,
      BETTER_AUTH_SECRET: randomBytes(32).toString("hex"),
      MASTER_KEY: randomBytes(32).toString("hex"),
      STORAGE: "s3",
      S3_BUCKET: BUCKET,
      S3_REGION: region,
      S3_PATH_STYLE: "true",
      ...(endpoint && { S3_ENDPOINT: endpoint }),
      ...(credentials && {
        S3_ACCESS_KEY_ID: credentials.accessKeyId,
        S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      }),
    },
    async stop() {
      await Promise.all([bucket.stop(), pooler?.stop()]);
      await database.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
