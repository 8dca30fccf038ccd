import { systemDb } from "#lib/db/client.ts";
import { postOutside } from "#lib/net/post-outside.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { resultLinkTo } from "#lib/tasks/result-link.ts";
import { taskViewOf, VIEW_COLUMNS } from "#lib/tasks/task-view.ts";
import { callbackBody } from "./callback-body.ts";
import { type AttemptOutcome, nextAttempt } from "./next-attempt.ts";
import { signatureHeaders } from "./sign.ts";
import { signingSecretOf } from "./signing-secret.ts";

const TIMEOUT_MS = 10_000;

type Delivering = {
  readonly queue: Queue;
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number;
  readonly signal: AbortSignal;
};

/**
 * Makes one attempt to tell a client. The outcome is recorded after the answer, so that a worker that dies in between sends the same
 * message again: at least once, always under the same `webhook-id`. Safe to run for a delivery that is over.
 * @throws what `signal` was aborted with; then nothing is recorded and the attempt is made again
 */
export async function deliverCallback(
  deliveryId: string,
  { queue, random, signal }: Delivering,
): Promise<void> {
  const delivery = await findOpen(deliveryId);
  if (delivery === null) return;
  const outcome = await send(delivery, signal);
  const attempts = delivery.attempts + 1;
  const next = nextAttempt(outcome, { attempts, random: random() });
  const now = new Date();
  await systemDb.$transaction(async (tx) => {
    const { count } = await tx.callbackDelivery.updateMany({
      where: { id: deliveryId, attempts: delivery.attempts, deliveredAt: null, givenUpAt: null },
      data: {
        attempts,
        lastStatus: outcome.type === "answered" ? outcome.status : null,
        lastError: errorOf(outcome, next.type === "delivered"),
        ...(next.type === "delivered" && { deliveredAt: now }),
        ...(next.type === "given_up" && { givenUpAt: now }),
      },
    });
    if (count === 0 || next.type !== "again") return;
    const { teamId } = delivery;
    await queue.enqueueCallback(tx, { deliveryId, teamId, attempts, delayMs: next.delayMs });
  });
}

type OpenDelivery = NonNullable<Awaited<ReturnType<typeof findOpen>>>;

function findOpen(id: string) {
  return systemDb.callbackDelivery.findFirst({
    where: { id, deliveredAt: null, givenUpAt: null },
    include: { task: { select: VIEW_COLUMNS } },
  });
}

async function send(
  { id, teamId, url, status, createdAt, task }: OpenDelivery,
  signal: AbortSignal,
): Promise<AttemptOutcome> {
  const now = new Date();
  const view = taskViewOf(task, (assetId) => resultLinkTo(assetId, now));
  const body = callbackBody(view, { status, at: createdAt });
  const timestamp = Math.floor(now.getTime() / 1000);
  const headers = signatureHeaders(signingSecretOf(teamId), { id, timestamp, body });
  try {
    return {
      type: "answered",
      status: await postOutside(url, { headers, body, timeoutMs: TIMEOUT_MS, signal }),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { type: error.retryable ? "unreachable" : "refused", reason: error.message };
  }
}

function errorOf(outcome: AttemptOutcome, isDelivered: boolean): string | null {
  if (outcome.type !== "answered") return outcome.reason;
  return isDelivered ? null : `The address answered with status ${outcome.status}.`;
}
