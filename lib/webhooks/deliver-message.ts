import { systemDb } from "#lib/db/client.ts";
import { postOutside } from "#lib/net/post-outside.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { isId } from "#lib/shared/ids.ts";
import { callbackOutbox } from "./callback-outbox.ts";
import { type AttemptOutcome, type NextAttempt, nextAttempt } from "./next-attempt.ts";
import type { OpenMessage } from "./outbox.ts";
import { readRetryAfter } from "./retry-after.ts";
import { signatureHeaders } from "./sign.ts";
import { webhookOutbox } from "./webhook-outbox.ts";

/** A receiver is to take a message and think about it later. */
const TIMEOUT_MS = 15_000;

export type Delivering = {
  readonly queue: Queue;
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
};

/**
 * Makes one attempt to tell a receiver. The outcome is recorded after the answer, so that a worker that dies in between sends the same
 * message again: at least once, always under the same `webhook-id`. Safe to run for a delivery that is over.
 * @throws what `signal` was aborted with; then nothing is recorded and the attempt is made again
 */
export async function deliverMessage(deliveryId: string, delivering: Delivering): Promise<void> {
  const { queue, random, now } = delivering;
  const outbox = isId("webhookDelivery", deliveryId) ? webhookOutbox : callbackOutbox;
  const opened = await outbox.open(deliveryId, now());
  if (opened.type === "over") return;
  if (opened.type === "pausing") {
    const { message, delayMs } = opened;
    return systemDb.$transaction((tx) => queue.enqueueDelivery(tx, { deliveryId, ...message, delayMs }));
  }
  const { message } = opened;
  const outcome = await send(message, delivering);
  const attempts = message.attempts + 1;
  const next = nextAttempt(outcome, { attempts, random: random() });
  const lastStatus = outcome.type === "answered" ? outcome.status : null;
  const lastError = errorOf(outcome, next);
  await systemDb.$transaction(async (tx) => {
    const attempt = { attempts, lastStatus, lastError, next, now: now() };
    if (!(await outbox.record(tx, message, attempt)) || next.type !== "again") return;
    const { groupId } = message;
    await queue.enqueueDelivery(tx, { deliveryId, groupId, attempts, delayMs: next.delayMs });
  });
}

async function send(
  { messageId, url, body, secrets }: OpenMessage,
  { now, signal, timeoutMs = TIMEOUT_MS }: Delivering,
): Promise<AttemptOutcome> {
  const timestamp = Math.floor(now().getTime() / 1000);
  const headers = signatureHeaders(secrets, { id: messageId, timestamp, body });
  try {
    const { status, retryAfter } = await postOutside(url, { headers, body, timeoutMs, signal });
    return { type: "answered", status, retryAfterMs: readRetryAfter(retryAfter, now()) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { type: error.retryable ? "unreachable" : "refused", reason: error.message };
  }
}

function errorOf(outcome: AttemptOutcome, next: NextAttempt): string | null {
  if (outcome.type !== "answered") return outcome.reason;
  return next.type === "delivered" ? null : `The address answered with status ${outcome.status}.`;
}
