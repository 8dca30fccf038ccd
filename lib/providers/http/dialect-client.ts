import type { EncodedJob } from "#lib/kling/dialects/decoded-job.ts";
import type { DoorFields } from "#lib/kling/dialects/native-encode.ts";
import type { UpstreamAnswer } from "#lib/kling/dialects/native-envelope.ts";
import type { ListedTask } from "#lib/kling/dialects/native-read-task.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import type { TaskView } from "#lib/kling/task-view.ts";

/** How one dialect is spoken, as data and pure functions; who calls, when and how often is for `http-provider.ts`. */
export type DialectClient = {
  readonly encode: (request: TaskRequest, door: DoorFields) => EncodedJob;
  readonly readCreated: (body: unknown, kind: TaskKind) => UpstreamAnswer<TaskView>;
  /** Where a task is read by an id, ours or upstream's; null for kinds that cannot be asked for. */
  readonly taskPath: (kind: TaskKind, id: string) => string | null;
  readonly readTask: (body: unknown, kind: TaskKind) => UpstreamAnswer<TaskView>;
  /** Tasks of one kind in pages; absent where the dialect has no such query. */
  readonly list?: {
    readonly path: (kind: TaskKind) => string | null;
    readonly read: (body: unknown, kind: TaskKind) => UpstreamAnswer<readonly ListedTask[]>;
  };
};
