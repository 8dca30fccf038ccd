import { MediaError } from "#lib/media/media-error.ts";
import { AppError } from "#lib/shared/errors.ts";

/** Tells a caller why a file was not taken in; what is not about the file passes through. */
export function explain(error: unknown): never {
  if (!(error instanceof MediaError)) throw error;
  throw refusalOf(error.kind, error.message, error);
}

/** `details.reason` is the media failure. */
export function refusalOf(reason: MediaError["kind"], message: string, cause?: unknown): AppError {
  const options = { cause, details: { reason } };
  switch (reason) {
    case "not_an_image":
    case "convert":
    case "animated":
    case "not_a_video":
    case "not_audio":
      return new AppError("unsupported_media_type", message, options);
    case "too_many_pixels":
    case "damaged":
    case "undecodable":
    case "unfit":
    case "too_hard":
      return new AppError("unprocessable", message, options);
    case "unavailable":
    case "aborted":
      return new AppError("provider_unavailable", message, { ...options, retryable: true });
  }
}
