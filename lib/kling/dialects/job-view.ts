import type { OutputView, TaskView, TaskViewStatus } from "../task-view.ts";
import { encodeTask, type NativeTask } from "./native-task.ts";

/** The words of both gateways; never Kling's own `succeed` (§10.5 #40). */
export const JOB_STATUS = {
  submitted: "pending",
  processing: "processing",
  succeeded: "completed",
  failed: "failed",
} as const satisfies Record<TaskViewStatus, string>;

export type JobStatus = (typeof JOB_STATUS)[TaskViewStatus];

/** The answer to a create: S003 shows one, S002 none, and this satisfies both. */
export type CreatedJob = {
  readonly id: string;
  readonly task_id: string;
  readonly object: "video.generation.job";
  readonly model: string;
  readonly status: JobStatus;
  /** Whole percent; 100 only when completed. */
  readonly progress: number;
  /** ISO-8601 in UTC with microseconds. */
  readonly created_at: string;
};

/** The answer to `GET /v1/videos/{id}`: every field of S002 and of S003 at once. */
export type Job = CreatedJob & {
  readonly completed_at?: string;
  readonly video_url?: string;
  readonly usage?: { readonly seconds: number; readonly video_count: number; readonly size?: string };
  /** What Kling's own endpoint would answer: whatever this dialect has no word for, such as pictures, is in there. */
  readonly raw_response?: { readonly code: 0; readonly message: string; readonly data: NativeTask };
  readonly error?: string;
};

export function encodeJobCreated(view: TaskView): CreatedJob {
  return {
    id: view.id,
    task_id: view.id,
    object: "video.generation.job",
    model: view.askedModel ?? "",
    status: JOB_STATUS[view.status],
    progress: percentOf(view),
    created_at: isoMicroseconds(view.createdAtMs),
  };
}

export function encodeJob(view: TaskView): Job {
  const created = encodeJobCreated(view);
  if (view.status === "failed") return { ...created, error: view.statusMessage ?? "The task failed" };
  if (view.status !== "succeeded") return created;
  const videos = view.outputs.filter(({ label }) => label === "video");
  const [first] = videos;
  return {
    ...created,
    completed_at: isoMicroseconds(view.finishedAtMs ?? view.updatedAtMs),
    ...(first !== undefined && { video_url: first.url, usage: usageOf(first, videos.length) }),
    raw_response: { code: 0, message: "SUCCEED", data: encodeTask(view) },
  };
}

function usageOf({ durationSeconds, widthPx, heightPx }: OutputView, videoCount: number) {
  const isSizeKnown = widthPx !== undefined && heightPx !== undefined;
  return {
    seconds: Number(durationSeconds ?? 0),
    video_count: videoCount,
    ...(isSizeKnown && { size: `${widthPx}*${heightPx}` }),
  };
}

function percentOf({ status, progress = 0 }: TaskView): number {
  if (status === "succeeded") return 100;
  return Math.max(0, Math.min(99, Math.floor(progress * 100)));
}

/** `2025-01-13T10:00:00.000000Z` (S003). */
function isoMicroseconds(ms: number): string {
  return new Date(ms).toISOString().replace("Z", "000Z");
}
