import { findBusinessCode, httpStatusOf, type KnownBusinessCode } from "../codes.ts";
import type { Violation } from "../violation.ts";
import { isJsonObject, readNumber, readText } from "./unknown-values.ts";

/** `message` of every success: the real server says this, also on polls of failed tasks (live; the docs say "string"). */
const SUCCESS_MESSAGE = "SUCCEED";

export type SuccessEnvelope<Data> = {
  readonly code: 0;
  readonly message: typeof SUCCESS_MESSAGE;
  readonly request_id: string;
  readonly data: Data;
};

/** `data` is absent, as in the documents' sample. */
export type ErrorEnvelope = { readonly code: number; readonly message: string; readonly request_id: string };

/** A refusal in the dialect's own terms, before it is put into an envelope. */
export type NativeError = { readonly code: KnownBusinessCode; readonly message: string };

export function successEnvelope<Data>(data: Data, requestId: string): SuccessEnvelope<Data> {
  return { code: 0, message: SUCCESS_MESSAGE, request_id: requestId, data };
}

/** Clients test the HTTP status, the code, or both: they always belong together here. */
export function encodeError(
  error: NativeError,
  requestId: string,
): { httpStatus: number; body: ErrorEnvelope } {
  return {
    httpStatus: httpStatusOf(error.code),
    body: { code: error.code, message: error.message, request_id: requestId },
  };
}

/** An error that says nothing beyond its code. */
export function nativeError(
  code: KnownBusinessCode,
  message = findBusinessCode(code)?.message ?? "",
): NativeError {
  return { code, message };
}

/** The text of the real server, which answers 400/1201 and not 404/1203 (live). */
export function taskNotFound(id: string): NativeError {
  return { code: 1201, message: `Task not found by id/external id: ${id}` };
}

/** The text of the real server (live); no second task is made. */
export function duplicateExternalTaskId(externalTaskId: string): NativeError {
  return { code: 1201, message: `External_task_id ${externalTaskId} already exists` };
}

/** The first violation that forbids sending, as upstream would refuse it; undefined when there is none. */
export function errorOfViolations(violations: readonly Violation[]): NativeError | undefined {
  const worst = violations.find((violation) => violation.severity === "error");
  return worst && { code: 1201, message: `${worst.path}: ${worst.message.en}` };
}

/** What upstream said, once its envelope is opened. */
export type UpstreamAnswer<Value> =
  | { readonly ok: true; readonly value: Value; readonly requestId: string | undefined }
  | UpstreamRefusal;

export type UpstreamRefusal = {
  readonly ok: false;
  /** The business code, or undefined when the answer is not one of this dialect at all. */
  readonly code: number | undefined;
  readonly message: string;
  readonly requestId: string | undefined;
};

/** Success is `code` 0 together with `data`; anything else is a refusal, whatever its HTTP status was. */
export function openEnvelope(body: unknown): UpstreamAnswer<unknown> {
  if (!isJsonObject(body)) return notUnderstood("the answer is not a JSON object");
  const code = readNumber(body.code);
  const requestId = readText(body.request_id);
  if (code === undefined) return { ...notUnderstood("the answer has no code"), requestId };
  if (code !== 0) return { ok: false, code, message: readText(body.message) ?? "", requestId };
  if (body.data === undefined || body.data === null)
    return { ...notUnderstood("the answer has no data"), requestId };
  return { ok: true, value: body.data, requestId };
}

export function notUnderstood(message: string): UpstreamRefusal {
  return { ok: false, code: undefined, message, requestId: undefined };
}
