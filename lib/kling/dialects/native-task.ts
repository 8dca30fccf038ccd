import type { TaskView, TaskViewStatus } from "../task-view.ts";
import { encodeResult, type NativeResult } from "./native-result.ts";

/** Note the spelling `succeed`. */
export const NATIVE_STATUS = {
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
  readonly task_info: NativeTaskInfo;
  readonly created_at: number;
  readonly updated_at: number;
};

type NativeTaskInfo = {
  readonly external_task_id?: string;
  readonly parent_video?: { readonly id: string; readonly url?: string; readonly duration: string };
};

/** `data` of a query, one item of a list, and the body of a callback. */
export type NativeTask = NativeCreated & {
  readonly task_status_msg: string;
  /** `{}` until the task has succeeded (live). */
  readonly task_result: NativeResult;
  readonly watermark_info?: { readonly enabled: boolean };
  readonly final_unit_deduction?: string;
};

export function encodeCreated(view: TaskView): NativeCreated {
  return {
    task_id: view.id,
    task_status: NATIVE_STATUS[view.status],
    task_info: encodeInfo(view),
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
    task_result: view.status === "succeeded" ? encodeResult(view) : {},
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

/** The parent stands there for extensions, lip-sync and sounds put to a video (off-26 §1.3). */
function encodeInfo({ externalTaskId, result }: TaskView): NativeTaskInfo {
  const parent = result?.type === "parent_video" ? result : undefined;
  return {
    ...(externalTaskId !== undefined && { external_task_id: externalTaskId }),
    ...(parent !== undefined && { parent_video: { id: parent.video_id, duration: parent.duration } }),
  };
}
