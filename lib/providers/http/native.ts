import { encodeCreate } from "#lib/kling/dialects/native-encode.ts";
import { decodeAtOnce } from "#lib/kling/dialects/native-read-at-once.ts";
import { decodeTask, decodeTaskList } from "#lib/kling/dialects/native-read-task.ts";
import { pathOf } from "#lib/kling/endpoints.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import type { DialectClient } from "./dialect-client.ts";

/** Kling's own dialect, of the vendor and of gateways that stand in front of it under a prefix. */
export const nativeClient: DialectClient = {
  encode: (request, door) => ({ ok: true, ...encodeCreate(request, door) }),
  readCreated: (body, kind) => (isAtOnce(kind) ? decodeAtOnce(body, kind) : decodeTask(body, kind)),
  taskPath: (kind, id) => (isAtOnce(kind) ? null : pathOf({ dialect: "native", kind, operation: "get", id })),
  readTask: decodeTask,
  list: {
    path: (kind) => (isAtOnce(kind) ? null : pathOf({ dialect: "native", kind, operation: "list" })),
    read: decodeTaskList,
  },
};

function isAtOnce(kind: TaskKind): boolean {
  return kindOf(kind).answers === "at_once";
}
