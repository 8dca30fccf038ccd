import type { ErrorCode } from "#lib/shared/errors.ts";

/** What the server names, plus what only a browser can see. */
export type ProblemCode =
  | ErrorCode
  | "internal"
  /** This device has no network. */
  | "offline"
  /** No answer came although there is a network. Whether the call took effect is unknown. */
  | "unreachable";

type ProblemFacts = {
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
};

/** Every way in which a call of the studio API fails, except that the caller aborted it. */
export class ApiProblem extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly code: ProblemCode;
  /** The server's sentence, English; screens show the texts of `common.problems` instead. */
  readonly detail: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** For people to quote; undefined when the request never arrived. */
  readonly requestId: string | undefined;

  constructor({ status, code, detail, details, requestId, cause }: ProblemFacts) {
    super(detail, { cause });
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.details = details ?? {};
    this.requestId = requestId;
  }

  /** Whether the very same call may well succeed in a moment. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 502 || this.status === 429;
  }
}

export function unansweredProblem(cause: unknown): ApiProblem {
  const code = navigator.onLine === false ? "offline" : "unreachable";
  return new ApiProblem({ status: 0, code, detail: "The studio could not be reached.", cause });
}

/** Reads an answer that is not a success; tolerant, because a proxy in between may have written it. */
export function problemFrom(status: number, body: unknown, requestId: string | null): ApiProblem {
  const facts = isRecord(body) ? body : {};
  return new ApiProblem({
    status,
    code: typeof facts.code === "string" ? codeOf(facts.code) : codeOfStatus(status),
    detail: typeof facts.detail === "string" ? facts.detail : `The studio answered ${status}.`,
    details: isRecord(facts.details) ? facts.details : undefined,
    requestId: typeof facts.requestId === "string" ? facts.requestId : (requestId ?? undefined),
  });
}

/** Typed as a record of every code so that a new one cannot be forgotten here. */
const CODES: Readonly<Record<Exclude<ProblemCode, "offline" | "unreachable">, true>> = {
  invalid_request: true,
  unauthenticated: true,
  forbidden: true,
  not_found: true,
  method_not_allowed: true,
  conflict: true,
  payload_too_large: true,
  unsupported_media_type: true,
  range_not_satisfiable: true,
  unprocessable: true,
  rate_limited: true,
  budget_exceeded: true,
  provider_unavailable: true,
  insufficient_storage: true,
  internal: true,
};

function codeOf(text: string): ProblemCode {
  return isCode(text) ? text : "internal";
}

function isCode(text: string): text is keyof typeof CODES {
  return Object.hasOwn(CODES, text);
}

function codeOfStatus(status: number): ProblemCode {
  if (status === 401) return "unauthenticated";
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  if (status === 413) return "payload_too_large";
  if (status === 429) return "rate_limited";
  return status === 502 || status === 503 || status === 504 ? "provider_unavailable" : "internal";
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
