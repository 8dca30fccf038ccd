import { bookReservations, type Reservation, reserveUnits } from "#lib/billing/ledger.ts";
import { crashPoint } from "#lib/crash-point.ts";
import { insertRows } from "#lib/db/insert-rows.ts";
import type { SqlTransaction } from "#lib/db/pipeline.ts";
import { isUniqueViolation } from "#lib/db/unique-violation.ts";
import { submitTaskJob } from "#lib/queue/jobs.ts";
import type { Queue } from "#lib/queue/queue.ts";
import { AppError } from "#lib/shared/errors.ts";
import { appendToFeed } from "./append-event.ts";
import type { PreparedOrder, TaskRow } from "./prepare-order.ts";

/** A task that was just ordered, for doors that need no more of it. */
export type NewOrder = { readonly id: string; readonly createdAt: Date };

type Placing = {
  readonly teamId: string;
  readonly orders: readonly PreparedOrder[];
  readonly queue: Queue;
};

/**
 * Places orders, all or none, and tells for each what became its tasks. None of the statements needs the answer of another, so
 * they go out together. What nobody else waits for comes first: budgets and the feed are one row each that all of a team's
 * orders pass through, so their locks are taken last.
 * @throws AppError budget_exceeded, conflict with `details.externalTaskId`; with several orders, nobody can say whose
 */
export async function placeOrders(
  tx: SqlTransaction,
  placing: Placing,
): Promise<readonly (readonly NewOrder[])[]> {
  const tasks = placing.orders.flatMap((order) => order.tasks);
  const createdAt = await insertAll(tx, { ...placing, tasks }).catch((cause: unknown) => {
    if (isUniqueViolation(cause, "externalTaskId")) throw externalIdTaken(tasks, cause);
    throw cause;
  });
  crashPoint("create:before-commit");
  return placing.orders.map((order) => order.tasks.map(({ id }) => ({ id, createdAt })));
}

/** @returns the moment that counts as theirs */
async function insertAll(
  tx: SqlTransaction,
  { teamId, orders, tasks, queue }: Placing & { readonly tasks: readonly TaskRow[] },
): Promise<Date> {
  const reservations = orders.flatMap(reservationsOf);
  const taskIds = tasks.map(({ id }) => id);
  const events = taskIds.map((taskId) => ({ taskId, type: "created", status: "queued" }) as const);
  const [[first]] = await Promise.all([
    insertRows<{ createdAt: Date }>(tx, { into: "Task", rows: tasks, returning: "createdAt" }),
    insertRows(tx, { into: "TaskInput", rows: orders.flatMap(inputRowsOf) }),
    bookReservations(tx, reservations),
    queue.enqueueNew(tx, submitTaskJob, taskIds),
    reserveUnits(tx, reservations),
    appendToFeed(tx, { teamId, events, queue }),
  ]);
  if (first === undefined) throw new Error("an order of nothing");
  return first.createdAt;
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
