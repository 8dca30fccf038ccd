import type { Principal } from "#lib/contract/permissions.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import { crashPoint } from "#lib/crash-point.ts";
import { type Db, db, type Transaction } from "#lib/db/client.ts";
import { isDeadlock } from "#lib/db/deadlock.ts";
import { inPipeline, oneAtATime } from "#lib/db/pipeline.ts";
import type { Dialect } from "#lib/kling/endpoints.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { producerQueue } from "#lib/queue/queue.ts";
import { gather } from "#lib/shared/gather.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { oncePerKey, type Repeat } from "./once-per-key.ts";
import { type NewOrder, placeOrders } from "./place-orders.ts";
import { type PreparedOrder, prepareOrder } from "./prepare-order.ts";
import { summarizeTasks } from "./summarize-tasks.ts";

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
  const queue = await producerQueue();
  await blobs.requireRoom(0);
  const made = await db.$transaction((tx) =>
    oncePerKey(tx, { caller, route: "createTasks", repeat }, async () => {
      const orders = [await prepareOrder(tx, input)];
      const [placed = []] = await placeOrders(oneAtATime(tx), { teamId, orders, queue });
      return summarize(tx, placed);
    }),
  );
  crashPoint("create:after-commit");
  return made;
}

/**
 * Like `createTasks`, without a look at what was made of it and without repeats. Orders of a team that come at the same time
 * share a transaction, because its budgets and its feed let only one through at a time.
 * @throws AppError as `createTasks` does
 */
export async function orderTasks(input: Omit<CreateTasksInput, "repeat">): Promise<readonly NewOrder[]> {
  return placeWithOthers(await prepareOrder(db, input));
}

const MAX_TOGETHER = 64;

const placeWithOthers = gather<PreparedOrder, readonly NewOrder[]>({
  laneOf: ({ payers }) => payers.teamId,
  maxItems: MAX_TOGETHER,
  work: placeTogether,
});

type Outcome = PromiseSettledResult<readonly NewOrder[]>;

/**
 * One transaction for all of them. When it is refused, by the halves: whoever can be served is, in the order in which they came,
 * and each of the others is told what is wrong with its own order.
 */
async function placeTogether(orders: readonly PreparedOrder[], teamId: string): Promise<readonly Outcome[]> {
  try {
    const queue = await producerQueue();
    const [placed] = await inPipeline((tx) =>
      // What cannot be archived must not be ordered; the disk is asked while the database works.
      Promise.all([placeOrders(tx, { teamId, orders, queue }), blobs.requireRoom(0)]),
    );
    crashPoint("create:after-commit");
    return placed.map((value) => ({ status: "fulfilled", value }));
  } catch (reason) {
    // An id that is taken is looked at under the feed's lock, while the step that writes its task may wait for that lock.
    if (isDeadlock(reason)) return placeTogether(orders, teamId);
    if (orders.length <= 1) return orders.map(() => ({ status: "rejected", reason }));
    const middle = Math.ceil(orders.length / 2);
    const first = await placeTogether(orders.slice(0, middle), teamId);
    return [...first, ...(await placeTogether(orders.slice(middle), teamId))];
  }
}
