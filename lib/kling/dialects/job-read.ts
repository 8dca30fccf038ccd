import type { TaskKind } from "../task-kinds.ts";
import type { OutputView, TaskView, TaskViewStatus } from "../task-view.ts";
import { JOB_STATUS } from "./job-view.ts";
import { notUnderstood, type UpstreamAnswer } from "./native-envelope.ts";
import { isJsonObject, type JsonObject, readId, readNumber, readText } from "./unknown-values.ts";

/**
 * Reads the answer of a gateway to a create or a query of a job. Tolerant field by field, but not about id and status;
 * times that are missing are 0. Only the two gateways' documented words and those of their siblings count (§10.2).
 */
export function decodeJob(body: unknown, kind: TaskKind): UpstreamAnswer<TaskView> {
  if (!isJsonObject(body)) return notUnderstood("the answer is not a JSON object");
  const id = readId(body.id) ?? readId(body.task_id);
  if (id === undefined) return refusalIn(body);
  const status = readStatus(body.status);
  if (status === undefined)
    return notUnderstood(`status ${JSON.stringify(body.status) ?? "missing"} is not known`);
  const createdAtMs = readTime(body.created_at) ?? 0;
  const finishedAtMs = readTime(body.completed_at);
  const percent = readNumber(body.progress);
  const value: TaskView = {
    id,
    kind,
    askedModel: readText(body.model),
    status,
    statusMessage: status === "failed" ? readMessage(body.error) : undefined,
    progress: percent === undefined ? undefined : Math.max(0, Math.min(1, percent / 100)),
    createdAtMs,
    updatedAtMs: finishedAtMs ?? createdAtMs,
    finishedAtMs,
    outputs: readVideo(body),
  };
  return { ok: true, value, requestId: undefined };
}

/** An answer without an id is an error, in OpenAI's shape or in Kling's. */
function refusalIn(body: JsonObject): UpstreamAnswer<TaskView> {
  const error = isJsonObject(body.error) ? body.error : body;
  const message = readMessage(body.error) ?? readText(body.message);
  if (message === undefined) return notUnderstood("the job has no id");
  const code = readNumber(body.code) ?? readNumber(error.code);
  return { ok: false, code, message, requestId: readText(body.request_id) };
}

function readStatus(word: unknown): TaskViewStatus | undefined {
  switch (word) {
    case JOB_STATUS.submitted:
    case "queued":
      return "submitted";
    case JOB_STATUS.processing:
    case "in_progress":
      return "processing";
    case JOB_STATUS.succeeded:
      return "succeeded";
    case JOB_STATUS.failed:
      return "failed";
    default:
      return undefined;
  }
}

/** The one video of a job; its id is not told. */
function readVideo({ video_url, usage }: JsonObject): readonly OutputView[] {
  const url = readText(video_url);
  if (url === undefined) return [];
  const told = isJsonObject(usage) ? usage : {};
  const [, widthPx, heightPx] = /^(\d{1,5})[*x](\d{1,5})$/.exec(readText(told.size) ?? "") ?? [];
  const seconds = readNumber(told.seconds);
  return [
    {
      id: "",
      label: "video",
      url,
      durationSeconds: seconds === undefined ? undefined : String(seconds),
      widthPx: readNumber(widthPx),
      heightPx: readNumber(heightPx),
    },
  ];
}

/** ISO-8601, which the gateway writes with microseconds. */
function readTime(value: unknown): number | undefined {
  const ms = Date.parse(readText(value) ?? "");
  return Number.isNaN(ms) ? undefined : ms;
}

function readMessage(error: unknown): string | undefined {
  return readText(isJsonObject(error) ? error.message : error);
}
