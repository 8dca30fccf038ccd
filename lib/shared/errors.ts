/** Every failure we expect, with the status it becomes at the HTTP door. */
export const STATUS_BY_CODE = {
  invalid_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  /** Also for rows of another team: strangers must not learn what exists. */
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  range_not_satisfiable: 416,
  /** Well-formed, but this model, mode or duration cannot do it; also an Idempotency-Key reused for another body. */
  unprocessable: 422,
  rate_limited: 429,
  /** A budget would be exceeded. */
  budget_exceeded: 402,
  provider_unavailable: 503,
  insufficient_storage: 507,
} as const;

export type ErrorCode = keyof typeof STATUS_BY_CODE;

type AppErrorOptions = {
  retryable?: boolean;
  cause?: unknown;
  /** Safe for the caller to see: field issues, limits, retry times. Never upstream bodies or paths. */
  details?: Readonly<Record<string, unknown>>;
};

/** An expected failure. Bugs stay plain exceptions and become a bare 500 with a request id. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.details = options.details;
  }
}
