/**
 * Why a clip was not rendered. `input`: a given picture cannot be used; everything else is the renderer's own trouble and
 * says nothing about the request.
 */
export type EngineFailure = "crash" | "timeout" | "memory" | "aborted" | "input";

export class EngineError extends Error {
  readonly kind: EngineFailure;

  constructor(kind: EngineFailure, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = "EngineError";
    this.kind = kind;
  }
}
