import type { Attempt } from "./outbox.ts";

/** The columns in which both outboxes keep what came of an attempt. */
export function attemptFields({ attempts, lastStatus, lastError, next, now }: Attempt) {
  return {
    attempts,
    lastStatus,
    lastError,
    nextAttemptAt: next.type === "again" ? new Date(now.getTime() + next.delayMs) : null,
    ...(next.type === "delivered" && { deliveredAt: now }),
    ...(next.type === "given_up" && { givenUpAt: now }),
  };
}
