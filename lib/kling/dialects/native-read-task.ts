import type { TaskKind } from "../task-kinds.ts";
import type { TaskView, TaskViewStatus } from "../task-view.ts";
import { notUnderstood, openEnvelope, type UpstreamAnswer } from "./native-envelope.ts";
import { readDecimal, readObject, readOutputs, readResult } from "./native-read-result.ts";
import { NATIVE_STATUS } from "./native-task.ts";
import { isJsonObject, type JsonObject, readId, readNumber, readText } from "./unknown-values.ts";

/**
 * Reads the whole answer to a create or a query. Tolerant field by field, but not about the two that matter: without a
 * task id or with a status word of another dialect the answer is not understood. Times that are missing are 0.
 */
export function decodeTask(body: unknown, kind: TaskKind): UpstreamAnswer<TaskView> {
  const opened = openEnvelope(body);
  if (!opened.ok) return opened;
  const task = isJsonObject(opened.value) ? readTask(opened.value, kind) : "data is not an object";
  if (typeof task === "string") return { ...notUnderstood(task), requestId: opened.requestId };
  return { ok: true, value: task, requestId: opened.requestId };
}

/** One task of a list, and what upstream wrote of it. */
export type ListedTask = { readonly view: TaskView; readonly raw: JsonObject };

/** Every task of a list query (off-26 §1.4); those that are not understood are left out. */
export function decodeTaskList(body: unknown, kind: TaskKind): UpstreamAnswer<readonly ListedTask[]> {
  const opened = openEnvelope(body);
  if (!opened.ok) return opened;
  const { requestId } = opened;
  if (!Array.isArray(opened.value)) return { ...notUnderstood("data is not a list"), requestId };
  const value = opened.value.filter(isJsonObject).flatMap((raw) => {
    const view = readTask(raw, kind);
    return typeof view === "string" ? [] : [{ view, raw }];
  });
  return { ok: true, value, requestId };
}

/** The task, or what is wrong with it. */
function readTask(data: JsonObject, kind: TaskKind): TaskView | string {
  const id = readId(data.task_id);
  if (id === undefined) return "the task has no task_id";
  const status = readStatus(data.task_status);
  if (status === undefined)
    return `task_status ${JSON.stringify(data.task_status) ?? "missing"} is not known`;
  const createdAtMs = readNumber(data.created_at) ?? 0;
  const info = readObject(data.task_info);
  const result = readObject(data.task_result);
  return {
    id,
    kind,
    externalTaskId: readId(info.external_task_id),
    status,
    statusMessage: readText(data.task_status_msg),
    createdAtMs,
    updatedAtMs: readNumber(data.updated_at) ?? createdAtMs,
    outputs: readOutputs(result, kind),
    result: readResult(kind, { info, result }),
    hasWatermark: readBoolean(readObject(data.watermark_info).enabled),
    unitsDeducted: readDecimal(data.final_unit_deduction),
  };
}

function readStatus(word: unknown): TaskViewStatus | undefined {
  switch (word) {
    case NATIVE_STATUS.submitted:
      return "submitted";
    case NATIVE_STATUS.processing:
      return "processing";
    case NATIVE_STATUS.succeeded:
      return "succeeded";
    case NATIVE_STATUS.failed:
      return "failed";
    default:
      return undefined;
  }
}

function readBoolean(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}
