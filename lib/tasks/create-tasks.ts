import { bookReservations, reserveUnits } from "#lib/billing/ledger.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { crashPoint } from "#lib/crash-point.ts";
import { type Db, db, type Transaction } from "#lib/db/client.ts";
import type { Connection, Prisma } from "#lib/db/generated/client.ts";
import { isUniqueViolation } from "#lib/db/unique-violation.ts";
import type { Dialect } from "#lib/kling/endpoints.ts";
import { checkTask } from "#lib/kling/kinds/check-task.ts";
import { type FactsByPath, NO_FACTS } from "#lib/kling/kinds/kind.ts";
import { modelOf, promptOf } from "#lib/kling/request-words.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { packOf, placesOf } from "#lib/kling/resource-pack.ts";
import { type CapabilityPolicy, isSendable } from "#lib/kling/violation.ts";
import { submitTaskJob } from "#lib/queue/jobs.ts";
import { producerQueue, type Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { newId } from "#lib/shared/ids.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { appendEvents } from "./append-event.ts";
import { oncePerKey, type Repeat } from "./once-per-key.ts";
import { paceOf } from "./pace.ts";
import { payersOf } from "./payers.ts";
import { priceBookOf, timesUnits, unitsOf } from "./price-units.ts";
import { type RequestInput, resolveInputs } from "./request-inputs.ts";
import { summarizeTasks } from "./summarize-tasks.ts";
import { upstreamExternalIdOf } from "./upstream-external-id.ts";

export type CreateTasksInput = {
  readonly caller: Principal;
  /** Media by asset id only; a door that takes other forms stores them first. */
  readonly request: TaskRequest;
  readonly takes?: number;
  /** The team's default connection unless told. */
  readonly connectionId?: string | undefined;
  /** Repeats with the same key get the first answer. */
  readonly repeat?: Repeat | undefined;
  /** A gateway client's own id, unique in the team; only with one take. */
  readonly externalTaskId?: string | undefined;
  readonly callbackUrl?: string | undefined;
  /** The door it came through; the studio's own unless told. */
  readonly dialect?: "studio" | Dialect | undefined;
  /** What the map refuses is only told and left to upstream, even where the connection is strict. */
  readonly isSoft?: boolean | undefined;
  /** The model as a gateway client wrote it. */
  readonly askedModel?: string | undefined;
  /** Fields of a gateway client that we do not know, by path. */
  readonly extraFields?: Readonly<Record<string, unknown>> | undefined;
};

/**
 * Orders takes of a clip: all of them or none. Rows, reservation, events and jobs commit together; whoever got an answer
 * can rely on all of them.
 * @throws AppError unprocessable with `details.violations`, budget_exceeded, not_found (picture, connection), conflict with
 * `details.externalTaskId` for an id that is taken or `details.reason` "in_flight" for a repeat that came too early;
 * insufficient_storage
 */
export async function createTasks(input: CreateTasksInput): Promise<TaskSummary[]> {
  const { caller, repeat } = input;
  const { teamId } = caller;
  const summarize = (client: Db | Transaction, orders: readonly NewOrder[]) =>
    summarizeTasks(client, { teamId, id: { in: orders.map(({ id }) => id) } });
  // Read when the locks are gone: everybody in the team orders through the same rows.
  if (repeat === undefined) return summarize(db, await orderTasks(input));
  return order(input, (tx, queue) =>
    oncePerKey(tx, { caller, route: "createTasks", repeat }, async () =>
      summarize(tx, await insertTasks(tx, { ...input, queue })),
    ),
  );
}

/** A task that was just ordered, for doors that need no more of it. */
export type NewOrder = { readonly id: string; readonly createdAt: Date };

/** Like `createTasks`, without a look at what was made of it and without repeats. @throws AppError as `createTasks` does */
export function orderTasks(input: Omit<CreateTasksInput, "repeat">): Promise<readonly NewOrder[]> {
  return order(input, (tx, queue) => insertTasks(tx, { ...input, queue }));
}

type Work<Made> = (tx: Transaction, queue: Queue) => Promise<Made>;

async function order<Made>({ externalTaskId }: CreateTasksInput, work: Work<Made>): Promise<Made> {
  const queue = await producerQueue();
  // What cannot be archived must not be ordered.
  await blobs.requireRoom(0);
  try {
    const made = await db.$transaction((tx) => work(tx, queue));
    crashPoint("create:after-commit");
    return made;
  } catch (error) {
    if (externalTaskId !== undefined && isUniqueViolation(error, "externalTaskId")) {
      throw new AppError("conflict", "A task with this external id already exists.", {
        cause: error,
        details: { externalTaskId },
      });
    }
    throw error;
  }
}

/**
 * Refuses what `createTasks` would refuse whatever the files turn out to be, so that a door need not fetch them first.
 * @throws AppError unprocessable with `details.violations`, not_found (connection)
 */
export async function refuseEarly({
  caller,
  request,
  isSoft,
}: Pick<CreateTasksInput, "caller" | "request" | "isSoft">): Promise<void> {
  const connection = await findConnectionOrThrow(db, caller.teamId, undefined);
  refuseViolations(request, { policy: policyOf(connection, isSoft), facts: NO_FACTS });
}

/**
 * What nobody else waits for comes first. Budgets and the feed are one row each that all of a team's orders pass through,
 * so their locks are taken last and held for the fewest statements.
 */
async function insertTasks(
  tx: Transaction,
  { queue, takes = 1, ...input }: CreateTasksInput & { queue: Queue },
): Promise<readonly NewOrder[]> {
  const { caller, request } = input;
  const connection = await findConnectionOrThrow(tx, caller.teamId, input.connectionId);
  const { teamId } = caller;
  const { inputs, facts } = await resolveInputs(tx, { teamId, connectionId: connection.id, request });
  refuseViolations(request, { policy: policyOf(connection, input.isSoft), facts });
  const payers = payersOf(caller);
  const unitsEach = unitsOf(request, facts, priceBookOf(connection));
  const taskIds = Array.from({ length: takes }, () => newId("task"));
  const orders = await tx.task.createManyAndReturn({
    data: taskIds.map((taskId) => rowOf({ taskId, input, connection, unitsEach })),
    select: { id: true, createdAt: true },
  });
  await tx.$executeRaw`UPDATE "Task" SET "queuedAt" = now(), "turnAt" = now(), "nextStepAt" = now() WHERE "id" = ANY(${taskIds})`;
  if (inputs.length > 0)
    await tx.taskInput.createMany({
      data: taskIds.flatMap((taskId) => inputs.map((it) => inputRowOf(taskId, it))),
    });
  for (const taskId of taskIds) {
    const isNew = await queue.enqueue(tx, submitTaskJob, { taskId, paidTry: 1 });
    if (!isNew) throw new Error(`no job could be made for ${taskId}`);
  }
  const tries = taskIds.map((taskId) => ({ ...payers, taskId, paidTry: 1 }));
  await bookReservations(tx, { tries, units: unitsEach });
  await reserveUnits(tx, { payers, units: unitsEach === null ? null : timesUnits(unitsEach, takes) });
  const events = taskIds.map((taskId) => ({ taskId, type: "created", status: "queued" }) as const);
  await appendEvents(tx, { teamId: caller.teamId, events, queue });
  crashPoint("create:before-commit");
  return orders;
}

async function findConnectionOrThrow(
  tx: Transaction | Db,
  teamId: string,
  id: string | undefined,
): Promise<Connection> {
  const connection = await tx.connection.findFirst({
    where: { teamId, isEnabled: true, ...(id === undefined ? { isDefault: true } : { id }) },
  });
  if (connection !== null) return connection;
  throw new AppError("not_found", "There is no such connection, or it is switched off.");
}

function policyOf({ policy }: Connection, isSoft = false): CapabilityPolicy {
  const own = policy as CapabilityPolicy; // the column holds nothing else
  return isSoft && own === "strict" ? "warn" : own;
}

type Judging = { readonly policy: CapabilityPolicy; readonly facts: FactsByPath };

function refuseViolations(request: TaskRequest, judging: Judging): void {
  const violations = checkTask(request, judging);
  if (isSendable(violations)) return;
  throw new AppError("unprocessable", "This request cannot be carried out as it is.", {
    details: { violations },
  });
}

type NewRow = {
  readonly taskId: string;
  readonly input: CreateTasksInput;
  readonly connection: Connection;
  readonly unitsEach: string | null;
};

function rowOf({ taskId, input, connection, unitsEach }: NewRow) {
  const { caller, request } = input;
  return {
    id: taskId,
    teamId: caller.teamId,
    createdById: caller.userId,
    apiKeyId: caller.kind === "api_key" ? caller.keyId : null,
    connectionId: connection.id,
    kind: request.kind,
    modelName: modelOf(request),
    prompt: promptOf(request),
    request,
    status: "queued",
    pace: paceOf(request),
    pack: packOf(request),
    places: placesOf(request),
    upstreamExternalId: upstreamExternalIdOf(taskId, 1),
    priceUnits: unitsEach,
    externalTaskId: input.externalTaskId ?? null,
    dialect: input.dialect ?? "studio",
    askedModel: input.askedModel ?? null,
    ...(hasFields(input.extraFields) && { extraFields: input.extraFields as Prisma.InputJsonObject }), // came as JSON
    callbackUrl: input.callbackUrl ?? null,
  };
}

function hasFields(extraFields: CreateTasksInput["extraFields"]): boolean {
  return extraFields !== undefined && Object.keys(extraFields).length > 0;
}

function inputRowOf(taskId: string, { role, assetId }: RequestInput) {
  return { taskId, role, assetId };
}
