import { decodeJob } from "#lib/kling/dialects/job-read.ts";
import { encodeCreate } from "#lib/kling/dialects/native-encode.ts";
import { decodeAtOnce } from "#lib/kling/dialects/native-read-at-once.ts";
import { encodeUnified } from "#lib/kling/dialects/unified-encode.ts";
import { pathOf } from "#lib/kling/endpoints.ts";
import type { DialectClient } from "./dialect-client.ts";

const ELEMENTS_PATH = pathOf({ dialect: "unified", kind: "custom-elements", operation: "create" });

/** The gateway with one address for all clips (S003). Its elements keep the native body and envelope (§10.3). */
export const unifiedClient: DialectClient = {
  encode: (request, door) =>
    request.kind === "custom-elements"
      ? { ok: true, ...encodeCreate(request, door), path: ELEMENTS_PATH }
      : encodeUnified(request, door),
  readCreated: (body, kind) =>
    kind === "custom-elements" ? decodeAtOnce(body, kind) : decodeJob(body, kind),
  taskPath: (kind, id) =>
    kind === "custom-elements" ? null : pathOf({ dialect: "unified", operation: "get_job", id }),
  readTask: decodeJob,
};
