import { S3Client } from "@aws-sdk/client-s3";

/** A bucket and how to reach it. */
export type Bucket = {
  readonly bucket: string;
  readonly region: string;
  /** Null for Amazon's own address of the region. */
  readonly endpoint: string | null;
  /** Null: the SDK finds credentials itself, e.g. those of the machine's role. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  /** `host/bucket/key` instead of `bucket.host/key`, which most servers of one's own want. */
  readonly pathStyle: boolean;
};

/** Tries of one call, the first included; each waits longer than the one before. */
const MAX_ATTEMPTS = 5;

export function s3ClientOf({ region, endpoint, credentials, pathStyle }: Omit<Bucket, "bucket">): S3Client {
  return new S3Client({
    region,
    forcePathStyle: pathStyle,
    maxAttempts: MAX_ATTEMPTS,
    // Stores that are not Amazon's refuse the SDK's newer default checksums; we read every object back and hash it.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(endpoint !== null && { endpoint }),
    ...(credentials !== null && { credentials }),
  });
}
