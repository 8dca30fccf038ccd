import { appendAudit } from "#lib/audit/append-audit.ts";
import { bookReservations } from "#lib/billing/ledger.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import type { AdoptTask } from "#lib/contract/task-decisions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { db } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { packOf } from "#lib/kling/resource-pack.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import type { Provider, ProviderTask } from "#lib/providers/provider.ts";
import { producerQueue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";
import { appendEvents } from "./append-event.ts";
import { lockConnection } from "./lock-connection.ts";
import { payersOf } from "./payers.ts";
import { refuseKnownUpstreamTask } from "./refuse-known.ts";
import { refuseShared } from "./refuse-shared.ts";
import { summarizeTask } from "./summarize-tasks.ts";
import { upstreamExternalIdOf } from "./upstream-external-id.ts";

const LOOK_DEADLINE_MS = 15_000;

type Hands = {
  readonly providerOf: (connection: Connection) => Provider | null;
  /** Aborts when whoever asked is gone. */
  readonly signal: AbortSignal;
};

/**
 * Takes over a task that was made elsewhere on one of the team's accounts: it is tracked and archived like any other. Nothing
 * is ordered. Its price is not known and nothing is reserved; what upstream says it charged is booked when it ends.
 * @throws AppError not_found (connection, task upstream), conflict for one that is here already, unprocessable for a kind that
 * leaves no task, provider_unavailable
 */
export async function adoptTask(
  { caller, ...wanted }: AdoptTask & { readonly caller: Principal },
  hands: Hands,
): Promise<TaskSummary> {
  const { teamId } = caller;
  const { kind, connectionId, name = "" } = wanted;
  const { answers, product } = kindOf(kind);
  if (answers !== "task" || product === "none")
    throw new AppError("unprocessable", "Tasks of this kind leave no files to take over.", {
      details: { path: "kind" },
    });
  const connection = await db.connection.findFirst({
    where: {
      teamId,
      removedAt: null,
      ...(connectionId === undefined ? { isDefault: true } : { id: connectionId }),
    },
  });
  if (connection === null) throw new AppError("not_found", "There is no such connection.");
  refuseShared(connection);
  const request = requestOf(kind, name);
  const found = await lookUp(wanted, { connection, request, hands });
  const { upstreamTaskId } = found;
  const { externalTaskId } = wanted;
  const queue = await producerQueue();
  const taskId = newId("task");
  return db.$transaction(async (tx) => {
    await lockConnection(tx, connection.id);
    const upstream = { teamId, connectionId: connection.id, kind, upstreamTaskId, externalTaskId };
    await refuseKnownUpstreamTask(tx, upstream);
    await tx.task.create({
      data: {
        id: taskId,
        teamId,
        createdById: caller.userId,
        connectionId: connection.id,
        kind,
        modelName: "",
        prompt: name,
        request,
        status: "submitted",
        pace: ["adopted", kind].join(":"),
        pack: packOf(request),
        upstreamTaskId,
        upstreamExternalId: externalTaskId ?? upstreamExternalIdOf(taskId, 1),
      },
    });
    await tx.$executeRaw`UPDATE "Task" SET "submittedAt" = now(), "nextStepAt" = now() WHERE "id" = ${taskId}`;
    await bookReservations(tx, [{ ...payersOf(caller), taskId, paidTry: 1, units: null }]);
    const data = { upstreamTaskId, by: caller.userId };
    await appendEvents(tx, {
      teamId,
      events: [{ taskId, type: "adopted", status: "submitted", data }],
      queue,
    });
    await appendAudit(tx, { teamId, action: "task.adopted", objectId: taskId, details: { kind } });
    return summarizeTask(tx, { id: taskId, teamId });
  });
}

/** What it was made from is not known: only its kind, and the words by which people find it. */
function requestOf(kind: TaskKind, prompt: string): TaskRequest {
  return { kind, prompt } as TaskRequest;
}

type Looking = { readonly connection: Connection; readonly request: TaskRequest; readonly hands: Hands };

async function lookUp(
  { upstreamTaskId, externalTaskId }: AdoptTask,
  { connection, request, hands }: Looking,
): Promise<ProviderTask> {
  const provider = hands.providerOf(connection);
  if (provider === null)
    throw new AppError("provider_unavailable", "This version cannot speak to such an upstream.");
  const signal = AbortSignal.any([hands.signal, AbortSignal.timeout(LOOK_DEADLINE_MS)]);
  const asking =
    upstreamTaskId === undefined
      ? provider.findByExternalId(externalTaskId ?? "", request, signal)
      : provider.query(upstreamTaskId, request, signal);
  const found = await asking.catch((cause: unknown) => {
    throw new AppError("provider_unavailable", "Upstream could not be asked; try again in a moment.", {
      cause,
      retryable: true,
    });
  });
  if (found === null) throw new AppError("not_found", "Upstream knows no such task of this kind.");
  return found;
}
