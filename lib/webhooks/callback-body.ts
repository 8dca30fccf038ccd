import { encodeTask, NATIVE_STATUS } from "#lib/kling/dialects/native-task.ts";
import { stringifyLossless } from "#lib/kling/json.ts";
import type { TaskView, TaskViewStatus } from "#lib/kling/task-view.ts";

/** One change, as it was recorded. */
type Told = {
  /** In the native spelling. */
  readonly status: string;
  readonly at: Date;
};

/**
 * The body of a callback: the native task without an envelope (off-26, api-reference §1.7). It is the task of this moment, unless the
 * task has moved on: then it is told as it was at the change, because an older message must not look like newer news.
 */
export function callbackBody(view: TaskView, { status: native, at }: Told): string {
  if (NATIVE_STATUS[view.status] === native) return stringifyLossless(encodeTask(view));
  const status = STATUSES.find((it) => NATIVE_STATUS[it] === native);
  if (status === undefined) throw new Error(`no task is ever told as ${native}`);
  return stringifyLossless(
    encodeTask({
      ...view,
      status,
      statusMessage: status === "failed" ? "The task failed" : undefined,
      updatedAtMs: at.getTime(),
      unitsDeducted: undefined,
    }),
  );
}

const STATUSES = Object.keys(NATIVE_STATUS) as readonly TaskViewStatus[]; // Object.keys forgets the literal keys
