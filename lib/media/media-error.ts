import type { ImageRefusal } from "./image-facts.ts";

/**
 * Why a medium could not be taken in. The refusals of the header parser, and: `undecodable` (the header was fine, the
 * pixels are not), `too_hard` (it used up the time or memory a decoder gets), `unavailable` (our own trouble; the file may
 * be fine), `aborted`, `not_a_video`, `not_audio`, `unfit` (a film beyond the limits of `clip-limits.ts`).
 */
export type MediaFailure =
  | ImageRefusal
  | "undecodable"
  | "too_hard"
  | "unavailable"
  | "aborted"
  | "not_a_video"
  | "not_audio"
  | "unfit";

export class MediaError extends Error {
  readonly kind: MediaFailure;

  constructor(kind: MediaFailure, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = "MediaError";
    this.kind = kind;
  }
}
