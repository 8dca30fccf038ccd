/**
 * Why a limited child gave no result.
 *
 * - `crash`: it ended, or threw, without a result (native crash, bug, killed from outside)
 * - `timeout`: wall clock or CPU time used up
 * - `memory`: it grew beyond its memory limit
 * - `aborted`: the caller's signal fired
 * - `refused`: the child looked at its input and said no; `refusal` is its word for why
 */
export type ChildFailure = "crash" | "timeout" | "memory" | "aborted" | "refused";

type LimitedChildErrorOptions = { refusal?: string; stderrTail?: string; cause?: unknown };

export class LimitedChildError extends Error {
  readonly kind: ChildFailure;
  readonly refusal: string | undefined;
  /** Last few kilobytes of what the child printed; for our logs, never for users. */
  readonly stderrTail: string;

  constructor(kind: ChildFailure, message: string, options: LimitedChildErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "LimitedChildError";
    this.kind = kind;
    this.refusal = options.refusal;
    this.stderrTail = options.stderrTail ?? "";
  }
}
