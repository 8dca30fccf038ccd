import { findBusinessCode } from "#lib/kling/codes.ts";
import type { Dialect } from "#lib/kling/endpoints.ts";

/** A task as the mock upstream remembers it. */
export type RecordedTask = {
  readonly id: string;
  readonly externalId: string;
  readonly state: "submitted" | "succeeded" | "failed";
  readonly failure: string;
  readonly videoUrl: string;
};

export type RecordedAnswer = { readonly status: number; readonly body: object };

/** What an upstream of one dialect answers, as api-reference records it; the section stands beside each. */
export type RecordedAnswers = {
  readonly created: (task: RecordedTask) => RecordedAnswer;
  readonly task: (task: RecordedTask) => RecordedAnswer;
  readonly list?: (tasks: readonly RecordedTask[]) => RecordedAnswer;
  readonly costs?: () => RecordedAnswer;
  readonly refusal: (code: number, message?: string) => RecordedAnswer;
};

const PACK = {
  resource_pack_name: "Video pack 1",
  resource_pack_id: "509f3fd3d4f644f9b7c4a5a2d5d5a7b0",
  resource_pack_type: "decreasing_total",
  total_quantity: 1000,
  remaining_quantity: 762.4,
  purchase_time: 1726124664368,
  effective_time: 1726124664368,
  invalid_time: 1757660664368,
  status: "online",
};

const TIMES = { created_at: 1781080778802, updated_at: 1781080794151 };

/** §1.3, §1.4 (live): `succeed`, millisecond integers, lengths as texts; `data` is absent in a refusal. */
const native: RecordedAnswers = {
  created: (task) => envelope({ ...nativeHead(task), task_status: "submitted", ...TIMES }),
  task: (task) => envelope(nativeTask(task)),
  list: (tasks) => envelope(tasks.map(nativeTask)),
  costs: () => envelope({ code: 0, msg: "success", resource_pack_subscribe_infos: [PACK] }), // §4.5: two envelopes
  refusal: (code, message) => ({
    status: findBusinessCode(code)?.httpStatus ?? 400,
    body: { code, message: message ?? findBusinessCode(code)?.message, request_id: "CjMkWmdJhuIAAAAAAAS0mA" },
  }),
};

function envelope(data: object): RecordedAnswer {
  return { status: 200, body: { code: 0, message: "SUCCEED", request_id: "7e6c6d8e-41b6", data } };
}

function nativeHead({ id, externalId }: RecordedTask) {
  return { task_id: id, task_info: externalId === "" ? {} : { external_task_id: externalId } };
}

function nativeTask(task: RecordedTask) {
  const video = { id: `${task.id}-video`, url: task.videoUrl, duration: "3.041" };
  return {
    ...nativeHead(task),
    task_status: { submitted: "processing", succeeded: "succeed", failed: "failed" }[task.state],
    task_status_msg: task.failure,
    task_result: task.state === "succeeded" ? { videos: [video] } : {},
    ...(task.state === "succeeded" && { final_unit_deduction: "2.4" }),
    ...TIMES,
  };
}

/** §10.3 (S003). Its refusals are not recorded (§11): they come in the shape of OpenAI's, as its clients read them. */
const unified: RecordedAnswers = {
  created: ({ id }) => job({ id, status: "pending", created_at: "2026-06-10T08:39:38.802000Z" }),
  task: ({ id, state, failure, videoUrl }) =>
    job({
      id,
      status: { submitted: "processing", succeeded: "completed", failed: "failed" }[state],
      created_at: "2026-06-10T08:39:38.802000Z",
      ...(state === "failed" && { error: failure }),
      ...(state === "succeeded" && {
        completed_at: "2026-06-10T08:39:54.151000Z",
        video_url: videoUrl,
        usage: { seconds: 3.041, video_count: 1, size: "1920*1080" },
      }),
    }),
  refusal: jobRefusal,
};

/** §10.2 (S002): only `completed` is recorded, the other words are those of its siblings. */
const generations: RecordedAnswers = {
  created: ({ id }) =>
    job({ id, task_id: id, object: "video.generation.job", status: "queued", progress: 0 }),
  task: ({ id, state, failure, videoUrl }) =>
    job({
      id,
      task_id: id,
      object: "video.generation.job",
      model: "kling-v3-std-silent",
      status: { submitted: "in_progress", succeeded: "completed", failed: "failed" }[state],
      progress: state === "succeeded" ? 100 : 40,
      ...(state === "failed" && { error: { message: failure } }),
      ...(state === "succeeded" && { video_url: videoUrl }),
    }),
  refusal: jobRefusal,
};

function job(body: object): RecordedAnswer {
  return { status: 200, body };
}

function jobRefusal(code: number, message = findBusinessCode(code)?.message): RecordedAnswer {
  const type = "invalid_request_error";
  return {
    status: findBusinessCode(code)?.httpStatus ?? 400,
    body: { error: { message, type, code, param: null } },
  };
}

export const RECORDED: Readonly<Record<Dialect, RecordedAnswers>> = { native, unified, generations };
