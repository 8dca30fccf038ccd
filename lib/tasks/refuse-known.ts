import type { Transaction } from "#lib/db/client.ts";
import { AppError } from "#lib/shared/errors.ts";

type Upstream = {
  readonly teamId: string;
  readonly connectionId: string;
  readonly kind: string;
  readonly upstreamTaskId: string;
  readonly externalTaskId?: string | undefined;
};

/**
 * One task upstream is one row here. Under the connection's lock, which a task takes before it is submitted: one that is being
 * submitted this moment, or whose submission is in doubt, may be the very task.
 * @throws AppError conflict with `details.taskId`, or with `details.reason` "in_flight" while a submission is under way
 */
export async function refuseKnownUpstreamTask(
  tx: Transaction,
  { teamId, connectionId, kind, upstreamTaskId, externalTaskId }: Upstream,
): Promise<void> {
  const names = [
    { upstreamTaskId },
    ...(externalTaskId === undefined ? [] : [{ upstreamExternalId: externalTaskId }]),
  ];
  const known = await tx.task.findFirst({ where: { teamId, connectionId, OR: names }, select: { id: true } });
  if (known !== null)
    throw new AppError("conflict", "This task is here already.", {
      details: { reason: "known", taskId: known.id },
    });
  const underWay = await tx.task.count({ where: { teamId, connectionId, kind, status: "submitting" } });
  if (underWay > 0)
    throw new AppError("conflict", "A task of this kind is being submitted there; try again in a moment.", {
      retryable: true,
      details: { reason: "in_flight", retryAfterSeconds: 2 },
    });
}
