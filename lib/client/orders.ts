import { mutationOptions } from "@tanstack/react-query";
import type { CreateTasks, TaskSummary } from "#lib/contract/tasks.ts";
import { ApiProblem, callApi, newIdempotencyKey } from "./api.ts";
import type { TextStorage } from "./draft-store.ts";
import { placePicture } from "./task-cache.ts";

/** One press of Generate. Sent as often as it takes to learn the answer, it is carried out once. */
export type Order = {
  readonly tasks: CreateTasks;
  readonly idempotencyKey: string;
  readonly placedAtMs: number;
};

/** A reload within this time goes on with an order whose answer never came; later, the gallery has to tell. */
const RESUME_WITHIN_MS = 10 * 60_000;

const MAX_RETRIES = 3;

/** Places an order. Tries again by itself while nobody knows whether it was taken: the key makes that safe. */
export const placeOrderMutation = () =>
  mutationOptions({
    mutationKey: ["tasks", "create"],
    mutationFn: async ({ tasks, idempotencyKey }: Order) => {
      const answer = await callApi<{ tasks: TaskSummary[] }>("POST", "/api/tasks", {
        body: tasks,
        idempotencyKey,
      });
      return answer.tasks;
    },
    retry: (failures, error) => failures < MAX_RETRIES && mayPass(error),
    onSuccess: (tasks, _order, _before, { client }) => {
      for (const task of tasks) placePicture(client, task);
    },
  });

export function newOrder(tasks: CreateTasks, nowMs: number): Order {
  return { tasks, idempotencyKey: newIdempotencyKey(), placedAtMs: nowMs };
}

/** Whether the order may have been taken although no answer says so; then only the same key may be sent again. */
export function isOutcomeUnknown(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  const isStillRunning = error.code === "conflict" && error.details.reason === "in_flight";
  return isStillRunning || error.status === 0 || error.status >= 500;
}

function mayPass(error: Error): boolean {
  return isOutcomeUnknown(error) || (error instanceof ApiProblem && error.isPassing);
}

export type OrderKeeper = {
  readonly keep: (order: Order) => void;
  readonly forget: () => void;
  /** An order of before the reload that is still without an answer, and recent enough to go on with. */
  readonly unanswered: (nowMs: number) => Order | null;
};

/** Remembers the order on its way, so that a reload neither loses it nor sends it as a second one. */
export function createOrderKeeper(
  storage: Pick<Storage, "removeItem"> & TextStorage,
  key: string,
): OrderKeeper {
  return {
    keep: (order) => attempt(() => storage.setItem(key, JSON.stringify(order))),
    forget: () => attempt(() => storage.removeItem(key)),
    unanswered(nowMs) {
      const order = readOrder(attempt(() => storage.getItem(key)) ?? null);
      return order !== null && nowMs - order.placedAtMs < RESUME_WITHIN_MS ? order : null;
    },
  };
}

/** A browser that keeps nothing must not stop an order. */
function attempt<Value>(access: () => Value): Value | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}

function readOrder(text: string | null): Order | null {
  if (text === null) return null;
  const order: unknown = attempt(() => JSON.parse(text));
  return isOrder(order) ? order : null;
}

/** The content is not looked into: the server judges it like any other, and the key still names the first one. */
function isOrder(value: unknown): value is Order {
  return (
    typeof value === "object" &&
    value !== null &&
    "idempotencyKey" in value &&
    typeof value.idempotencyKey === "string" &&
    "placedAtMs" in value &&
    typeof value.placedAtMs === "number" &&
    "tasks" in value &&
    typeof value.tasks === "object"
  );
}
