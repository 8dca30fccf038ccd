import { AppError } from "#lib/shared/errors.ts";
import { isRefusalReason, wordsOf } from "./refusal-words.ts";

/** The same refusal with what a person is told of it, in both languages; anything else as it is. */
export function withWords(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const { code, message, retryable, details } = error;
  const reason = details?.reason;
  if (!isRefusalReason(reason)) return error;
  return new AppError(code, message, {
    cause: error,
    retryable,
    details: { ...details, words: wordsOf(reason) },
  });
}
