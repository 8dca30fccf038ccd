import { encodeJobError } from "#lib/kling/dialects/job-error.ts";
import { encodeJob, encodeJobCreated } from "#lib/kling/dialects/job-view.ts";
import { encodeError, type NativeError, successEnvelope } from "#lib/kling/dialects/native-envelope.ts";
import { encodeCreated, encodeTask, encodeTaskList } from "#lib/kling/dialects/native-task.ts";
import type { Dialect } from "#lib/kling/endpoints.ts";
import { stringifyLossless } from "#lib/kling/json.ts";
import type { TaskView } from "#lib/kling/task-view.ts";

/** An answer before the network or a fault touches it. */
export type Answer = {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
};

export function created(dialect: Dialect, view: TaskView, requestId: string): Answer {
  return json(
    200,
    dialect === "native" ? successEnvelope(encodeCreated(view), requestId) : encodeJobCreated(view),
  );
}

export function told(dialect: Dialect, view: TaskView, requestId: string): Answer {
  return json(200, dialect === "native" ? successEnvelope(encodeTask(view), requestId) : encodeJob(view));
}

export function listed(views: readonly TaskView[], requestId: string): Answer {
  return json(200, successEnvelope(encodeTaskList(views), requestId));
}

export function refusedWith(dialect: Dialect, error: NativeError, requestId: string): Answer {
  const { httpStatus, body } = (dialect === "native" ? encodeError : encodeJobError)(error, requestId);
  return json(httpStatus, body);
}

/** What a machine in front of Kling says: nothing of the dialect is in it. */
export function gatewayPage(status: number): Answer {
  const page = `<html><head><title>${status}</title></head><body><center>gateway</center></body></html>`;
  return { status, contentType: "text/html", body: Buffer.from(page) };
}

export function json(status: number, value: object): Answer {
  return { status, contentType: "application/json", body: Buffer.from(stringifyLossless(value)) };
}
