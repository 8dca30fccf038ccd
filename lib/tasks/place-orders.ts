import { bookReservations, type Reservation, reserveUnits } from "#lib/billing/ledger.ts";
import { crashPoint } from "#lib/crash-point.ts";
import { insertRows } from "#lib/db/insert-rows.ts";
import type { SqlTransaction } from "#lib/db/pipeline.ts";
import { isUniqueViolation } from "#lib/db/unique-violation.ts";
import { submitTaskJob } from "#lib/queue/jobs.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { recordDeliveries } from "#lib/webhooks/record-deliveries.ts";
import { takeNumbers } from "./append-event.ts";
import type { PreparedOrder, TaskRow } from "./prepare-order.ts";

/** A task that was just ordered, for doors that need no more of it. */
export type NewOrder = { readonly id: string; readonly createdAt: Date };

type Placing = {
  readonly teamId: string;
  readonly orders: readonly PreparedOrder[];
  readonly queue: Queue;
};

/**
 * Places orders, all or none, and tells for each what became its tasks. First what may refuse them and what numbers them: budgets
 * and the feed, locked in the order in which everybody locks them. The rows need nothing of each other and go out together.
 * @throws AppError budget_exceeded, conflict with `details.externalTaskId`; with several orders, nobody can say whose
 */
export async function placeOrders(
  tx: SqlTransaction,
  { teamId, orders, queue }: Placing,
): Promise<readonly (readonly NewOrder[])[]> {
  const tasks = orders.flatMap((order) => order.tasks);
  const reservations = orders.flatMap(reservationsOf);
  const [, firstSeq] = await Promise.all([
    reserveUnits(tx, reservations),
    takeNumbers(tx, { teamId, count: tasks.length }),
  ]);
  const numbered = tasks.map((task, index) => ({ ...task, seq: firstSeq + index }));
  const createdAt = await insertAll(tx, { orders, tasks: numbered, reservations, queue }).catch(
    (cause: unknown) => {
      throw isUniqueViolation(cause, "externalTaskId") ? externalIdTaken(tasks, cause) : cause;
    },
  );
  const changes = { events: tasks.map(changeOf), listeners: tasks.flatMap(listenerOf) };
  await recordDeliveries(tx, { teamId, ...changes, queue });
  crashPoint("create:before-commit");
  return orders.map((order) => order.tasks.map(({ id }) => ({ id, createdAt })));
}

type Inserting = Pick<Placing, "orders" | "queue"> & {
  readonly tasks: readonly NumberedTask[];
  readonly reservations: readonly Reservation[];
};

/** @returns when all of them were ordered */
async function insertAll(
  tx: SqlTransaction,
  { orders, tasks, reservations, queue }: Inserting,
): Promise<Date> {
  const [[first]] = await Promise.all([
    insertRows<{ createdAt: Date }>(tx, { into: "Task", rows: tasks, returning: "createdAt" }),
    insertRows(tx, { into: "TaskInput", rows: orders.flatMap(inputRowsOf) }),
    insertRows(tx, { into: "TaskEvent", rows: tasks.map(eventRowOf) }),
    bookReservations(tx, reservations),
    queue.enqueueNew(tx, submitTaskJob, tasks),
  ]);
  if (first === undefined) throw new Error("an order of nothing");
  return first.createdAt;
}

type NumberedTask = TaskRow & { readonly seq: number };

function eventRowOf({ id, teamId, seq }: NumberedTask) {
  return { teamId, seq, taskId: id, type: "created", status: "queued", data: {}, createdAt: "now" };
}

function changeOf({ id }: TaskRow) {
  return { taskId: id, status: "queued" } as const;
}

function listenerOf({ id, callbackUrl }: TaskRow) {
  return callbackUrl === null ? [] : [{ taskId: id, callbackUrl }];
}

function reservationsOf({ payers, tasks }: PreparedOrder): readonly Reservation[] {
  return tasks.map(({ id, priceUnits }) => ({ ...payers, taskId: id, paidTry: 1, units: priceUnits }));
}

function inputRowsOf({ tasks, inputs }: PreparedOrder) {
  return tasks.flatMap(({ id }) => inputs.map((input) => ({ taskId: id, ...input })));
}

function externalIdTaken(tasks: readonly TaskRow[], cause: unknown): AppError {
  const externalTaskId = tasks.find((task) => task.externalTaskId !== null)?.externalTaskId;
  return new AppError("conflict", "A task with this external id already exists.", {
    cause,
    details: { externalTaskId },
  });
}
