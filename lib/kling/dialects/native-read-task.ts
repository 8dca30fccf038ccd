import type { TaskKind } from "../task-kinds.ts";
import type { OutputView, TaskView, TaskViewStatus } from "../task-view.ts";
import { notUnderstood, openEnvelope, type UpstreamAnswer } from "./native-envelope.ts";
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

/** The task, or what is wrong with it. */
function readTask(data: JsonObject, kind: TaskKind): TaskView | string {
  const id = readId(data.task_id);
  if (id === undefined) return "the task has no task_id";
  const status = readStatus(data.task_status);
  if (status === undefined)
    return `task_status ${JSON.stringify(data.task_status) ?? "missing"} is not known`;
  const createdAtMs = readNumber(data.created_at) ?? 0;
  return {
    id,
    kind,
    externalTaskId: readId(readObject(data.task_info).external_task_id),
    status,
    statusMessage: readText(data.task_status_msg),
    createdAtMs,
    updatedAtMs: readNumber(data.updated_at) ?? createdAtMs,
    outputs: readOutputs(readObject(data.task_result)),
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

function readOutputs(result: JsonObject): OutputView[] {
  return [
    ...items(result.videos).flatMap((item) => readFile(item, "video", { url: "url", duration: "duration" })),
    ...items(result.images).flatMap((item) => readFile(item, "image", { url: "url" })),
    ...items(result.series_images).flatMap((item) => readFile(item, "series_image", { url: "url" })),
    ...items(result.audios).flatMap((item) => [
      ...readFile(item, "audio_mp3", { url: "url", duration: "duration" }),
      ...readFile(item, "audio_mp3", { url: "url_mp3", duration: "duration_mp3" }),
      ...readFile(item, "audio_wav", { url: "url_wav", duration: "duration_wav" }),
    ]),
  ];
}

type Names = { readonly url: string; readonly duration?: string };

/** Files without a URL are of no use and left out. Effects come without `duration`. */
function readFile(item: JsonObject, label: OutputView["label"], names: Names): OutputView[] {
  const url = readText(item[names.url]);
  if (url === undefined) return [];
  return [
    {
      id: readId(item.id) ?? "",
      label,
      url,
      watermarkUrl: readText(item.watermark_url),
      durationSeconds: names.duration === undefined ? undefined : readDecimal(item[names.duration]),
    },
  ];
}

function items(list: unknown): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

function readDecimal(value: unknown): string | undefined {
  const number = readNumber(value);
  if (number === undefined) return undefined;
  return typeof value === "string" ? value.trim() : String(number);
}

function readBoolean(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

function readObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
