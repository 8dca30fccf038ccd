import { passingTroubleOf } from "#lib/db/database-trouble.ts";
import { AppError, type ErrorCode, STATUS_BY_CODE } from "#lib/shared/errors.ts";

/** RFC 9457 problem details, with our code and the request id that a person can quote. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode | "internal";
  readonly detail: string;
  readonly requestId: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** The one way an exception becomes a body of the studio API; bugs become a bare 500 that tells nothing. */
export function problemOf(error: unknown, requestId: string): Problem {
  const expected = error instanceof AppError ? error : passingTroubleOf(error);
  if (expected === null)
    return describe("internal", 500, "Something went wrong on our side. Quote the request id.", requestId);
  const { code, message, details } = expected;
  const problem = describe(code, STATUS_BY_CODE[code], message, requestId);
  return details === undefined ? problem : { ...problem, details };
}

export function problemResponse(problem: Problem): Response {
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  const retryAfter = problem.details?.retryAfterSeconds;
  if (typeof retryAfter === "number") headers.set("retry-after", String(Math.ceil(retryAfter)));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function describe(code: Problem["code"], status: number, detail: string, requestId: string): Problem {
  return {
    type: `urn:framewright:${code}`,
    title: code.replaceAll("_", " "),
    status,
    code,
    detail,
    requestId,
  };
}
