import { type BusinessCodeClass, findBusinessCode, httpStatusOf } from "../codes.ts";
import type { NativeError } from "./native-envelope.ts";

/**
 * A refusal on the paths of jobs. Neither gateway documents one (api-reference §11), so this carries what each of their
 * clients looks for: the object `error` of OpenAI's, and beside it `code`, `message` and `request_id` of Kling's.
 */
export type JobError = {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly code: number;
    readonly param: string | null;
  };
  readonly code: number;
  readonly message: string;
  readonly request_id: string;
};

/** OpenAI's words for the classes of Kling's codes. */
const TYPES: Readonly<Record<BusinessCodeClass, string>> = {
  ok: "api_error",
  auth: "authentication_error",
  account: "insufficient_quota",
  params: "invalid_request_error",
  policy: "rate_limit_error",
  internal: "api_error",
};

/** `field`: the one that was wrong, as the client spelt it. */
export function encodeJobError(
  { code, message, field }: NativeError & { readonly field?: string | undefined },
  requestId: string,
): { httpStatus: number; body: JobError } {
  return {
    httpStatus: httpStatusOf(code),
    body: {
      error: { message, type: typeOf(code), code, param: field ?? null },
      code,
      message,
      request_id: requestId,
    },
  };
}

function typeOf(code: NativeError["code"]): string {
  if (code === 1103) return "permission_error";
  if (code === 1300 || code === 1301) return "invalid_request_error";
  return TYPES[findBusinessCode(code)?.class ?? "internal"];
}
