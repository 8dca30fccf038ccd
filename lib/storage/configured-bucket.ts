import type { Env } from "#lib/env.ts";
import type { Bucket } from "./s3-client.ts";

type BucketVariables = Pick<
  Env,
  "S3_BUCKET" | "S3_REGION" | "S3_ENDPOINT" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY" | "S3_PATH_STYLE"
>;

/** The bucket that the environment names, or null when it names none. */
export function configuredBucket(variables: BucketVariables): Bucket | null {
  const { S3_BUCKET, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = variables;
  if (S3_BUCKET === undefined) return null;
  const isGiven = accessKeyId !== undefined && secretAccessKey !== undefined;
  return {
    bucket: S3_BUCKET,
    region: variables.S3_REGION,
    endpoint: variables.S3_ENDPOINT ?? null,
    credentials: isGiven ? { accessKeyId, secretAccessKey } : null,
    pathStyle: variables.S3_PATH_STYLE,
  };
}
