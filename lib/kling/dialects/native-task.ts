import type { TaskView, TaskViewStatus, VideoView } from "../task-view.ts";
import { notUnderstood, openEnvelope, type UpstreamAnswer } from "./native-envelope.ts";
import { isJsonObject, type JsonObject, readId, readNumber, readText } from "./unknown-values.ts";

/** Note the spelling `succeed`. */
const NATIVE_STATUS = {
  submitted: "submitted",
  processing: "processing",
  succeeded: "succeed",
  failed: "failed",
} as const satisfies Record<TaskViewStatus, string>;

export type NativeTaskStatus = (typeof NATIVE_STATUS)[TaskViewStatus];

/** `data` of the answer to a create. Times are Unix milliseconds; `task_info` is `{}` without an external id (live). */
export type NativeCreated = {
  readonly task_id: string;
  readonly task_status: NativeTaskStatus;
  readonly task_info: { readonly external_task_id?: string };
  readonly created_at: number;
  readonly updated_at: number;
};

/** `data` of a query, one item of a list, and the body of a callback. */
export type NativeTask = NativeCreated & {
  readonly task_status_msg: string;
  /** `{}` until the task has succeeded (live). */
  readonly task_result: { readonly videos?: readonly NativeVideo[] };
  readonly watermark_info?: { readonly enabled: boolean };
  readonly final_unit_deduction?: string;
};

export type NativeVideo = {
  readonly id: string;
  readonly url: string;
  readonly watermark_url?: string;
  readonly duration?: string;
};

export function encodeCreated(view: TaskView): NativeCreated {
  return {
    task_id: view.id,
    task_status: NATIVE_STATUS[view.status],
    task_info: view.externalTaskId === undefined ? {} : { external_task_id: view.externalTaskId },
    created_at: view.createdAtMs,
    updated_at: view.updatedAtMs,
  };
}

export function encodeTask(view: TaskView): NativeTask {
  const { task_id, task_status, task_info, created_at, updated_at } = encodeCreated(view);
  return {
    task_id,
    task_status,
    task_status_msg: view.statusMessage ?? "",
    task_info,
    task_result: view.status === "succeeded" ? { videos: view.videos.map(encodeVideo) } : {},
    ...(view.hasWatermark !== undefined && { watermark_info: { enabled: view.hasWatermark } }),
    ...(view.unitsDeducted !== undefined && { final_unit_deduction: view.unitsDeducted }),
    created_at,
    updated_at,
  };
}

/** A list is a bare array, without a total (off-26 §1.4). */
export function encodeTaskList(views: readonly TaskView[]): NativeTask[] {
  return views.map(encodeTask);
}

function encodeVideo(video: VideoView): NativeVideo {
  return {
    id: video.id,
    url: video.url,
    ...(video.watermarkUrl !== undefined && { watermark_url: video.watermarkUrl }),
    ...(video.durationSeconds !== undefined && { duration: video.durationSeconds }),
  };
}

/**
 * Reads the whole answer to a create or a query. Tolerant field by field, but not about the two that matter: without a
 * task id or with a status word of another dialect the answer is not understood. Times that are missing are 0.
 */
export function decodeTask(body: unknown): UpstreamAnswer<TaskView> {
  const opened = openEnvelope(body);
  if (!opened.ok) return opened;
  const task = isJsonObject(opened.value) ? readTask(opened.value) : "data is not an object";
  if (typeof task === "string") return { ...notUnderstood(task), requestId: opened.requestId };
  return { ok: true, value: task, requestId: opened.requestId };
}

/** The task, or what is wrong with it. */
function readTask(data: JsonObject): TaskView | string {
  const id = readId(data.task_id);
  if (id === undefined) return "the task has no task_id";
  const status = readStatus(data.task_status);
  if (status === undefined)
    return `task_status ${JSON.stringify(data.task_status) ?? "missing"} is not known`;
  const createdAtMs = readNumber(data.created_at) ?? 0;
  return {
    id,
    externalTaskId: readId(readObject(data.task_info).external_task_id),
    status,
    statusMessage: readText(data.task_status_msg),
    createdAtMs,
    updatedAtMs: readNumber(data.updated_at) ?? createdAtMs,
    videos: readVideos(readObject(data.task_result).videos),
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

/** Videos without a URL are of no use and left out. Effects come without `duration`. */
function readVideos(list: unknown): VideoView[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isJsonObject).flatMap((video) => {
    const url = readText(video.url);
    if (url === undefined) return [];
    const watermarkUrl = readText(video.watermark_url);
    return [{ id: readId(video.id) ?? "", url, watermarkUrl, durationSeconds: readDecimal(video.duration) }];
  });
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
