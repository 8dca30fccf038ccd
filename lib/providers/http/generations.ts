import { encodeGenerations } from "#lib/kling/dialects/generations-encode.ts";
import { decodeJob } from "#lib/kling/dialects/job-read.ts";
import { pathOf } from "#lib/kling/endpoints.ts";
import type { DialectClient } from "./dialect-client.ts";

/** The kling-v3 gateway (S002): jobs are ordered at an address of its own and read like those of the unified gateway. */
export const generationsClient: DialectClient = {
  encode: encodeGenerations,
  readCreated: decodeJob,
  taskPath: (_kind, id) => pathOf({ dialect: "unified", operation: "get_job", id }),
  readTask: decodeJob,
};
