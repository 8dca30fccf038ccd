import { passingTroubleOf } from "#lib/db/database-trouble.ts";
import type { ImageProblem } from "#lib/kling/check-image.ts";
import {
  duplicateExternalTaskId,
  errorOfViolations,
  type NativeError,
  nativeError,
} from "#lib/kling/dialects/native-envelope.ts";
import type { Violation } from "#lib/kling/violation.ts";
import { AppError } from "#lib/shared/errors.ts";

/** A refusal that is already in Kling's own terms. */
export class GatewayRefusal extends Error {
  readonly native: NativeError;

  constructor(native: NativeError) {
    super(native.message);
    this.native = native;
  }
}

/** How an exception is told to a Kling client; null for a bug, which is told as a bare 5000. */
export function refusalOf(error: unknown): GatewayRefusal | null {
  if (error instanceof GatewayRefusal) return error;
  const expected = error instanceof AppError ? error : passingTroubleOf(error);
  return expected === null ? null : new GatewayRefusal(translate(expected));
}

/** Kling's nearest code for each failure of ours. A budget that is used up is what an empty account is upstream. */
function translate(error: AppError): NativeError {
  switch (error.code) {
    case "conflict": {
      const externalTaskId = error.details?.externalTaskId;
      return typeof externalTaskId === "string"
        ? duplicateExternalTaskId(externalTaskId)
        : nativeError(1200, error.message);
    }
    case "budget_exceeded":
      return nativeError(1102, "Account balance not enough");
    case "rate_limited":
      return nativeError(1302, error.message);
    case "unauthenticated":
      return nativeError(1000, error.message);
    case "forbidden":
      return nativeError(1103, error.message);
    case "method_not_allowed":
      return nativeError(1202, error.message);
    case "provider_unavailable":
    case "insufficient_storage":
      return nativeError(5001, error.message);
    case "unprocessable":
      return errorOfViolations(violationsOf(error)) ?? nativeError(1201, toldOf(error));
    case "invalid_request":
    case "not_found":
    case "payload_too_large":
    case "unsupported_media_type":
    case "range_not_satisfiable":
      return nativeError(1201, toldOf(error));
  }
}

/** What is wrong with a file, after the field that names it: a client may have sent many. */
function toldOf({ message, details }: AppError): string {
  const { path, problems } = details ?? {};
  const [problem] = Array.isArray(problems) ? (problems as readonly ImageProblem[]) : []; // resolveInputs puts them there
  const told = problem?.message.en ?? message;
  return typeof path === "string" ? `${path}: ${told}` : told;
}

/** `createTasks` puts them there; details are untyped because they also travel as JSON. */
function violationsOf(error: AppError): readonly Violation[] {
  const violations = error.details?.violations;
  return Array.isArray(violations) ? violations : [];
}
