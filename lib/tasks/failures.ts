import { OWN_FAILURES, type OwnFailureCode } from "#lib/contract/task-failures.ts";
import type { TaskFailure } from "#lib/contract/tasks.ts";
import { findBusinessCode } from "#lib/kling/codes.ts";

/** Longest provider message we keep; theirs are a sentence, a gateway's error page is not. */
const MAX_MESSAGE_CHARACTERS = 500;

/** A failure of ours, as the task's row keeps it. A person may always try the same request again. */
export function ownFailure(code: OwnFailureCode): TaskFailure {
  return { code, message: OWN_FAILURES[code].explain.en, retryable: true };
}

/**
 * What the provider said, under its own code. `retryable` tells a person whether the same request has a chance: content
 * that was refused has none; an account without balance has one, once somebody has paid.
 */
export function providerFailure(code: number | null, message: string): TaskFailure {
  const known = code === null ? undefined : findBusinessCode(code);
  if (code === null || known === undefined) {
    return { ...ownFailure("generation_failed"), message: shorten(message) };
  }
  const isHopeless = known.class === "params" || code === 1300 || code === 1301;
  return { code, message: shorten(message) || known.message, retryable: !isHopeless };
}

function shorten(message: string): string {
  return message.slice(0, MAX_MESSAGE_CHARACTERS);
}
