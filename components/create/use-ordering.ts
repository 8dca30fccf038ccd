"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import {
  createOrderKeeper,
  isOutcomeUnknown,
  newOrder,
  type Order,
  placeOrderMutation,
} from "#lib/client/orders.ts";
import type { CreateTasks, TaskSummary } from "#lib/contract/tasks.ts";
import { browserStorage, type DraftOwner } from "./use-create-draft.ts";

export type Ordering = {
  readonly place: (tasks: CreateTasks) => void;
  /** Sends the same order again, under the same key: it is carried out once. */
  readonly sendAgain: () => void;
  readonly isOnItsWay: boolean;
  readonly problem: Error | null;
  /** No answer came: the order may have been taken or not. */
  readonly isUnanswered: boolean;
};

/** Places orders, and goes on after a reload with one whose answer never came. */
export function useOrdering(owner: DraftOwner, onPlaced: (tasks: readonly TaskSummary[]) => void): Ordering {
  const [keeper] = useState(() =>
    createOrderKeeper(browserStorage("sessionStorage"), `framewright:order:${owner.teamId}:${owner.userId}`),
  );
  const { mutate, isPending, error, variables } = useMutation(placeOrderMutation());
  const isUnanswered = isOutcomeUnknown(error);

  function send(order: Order): void {
    keeper.keep(order);
    mutate(order, {
      onSuccess: (tasks) => {
        keeper.forget();
        onPlaced(tasks);
      },
      onError: (problem) => {
        if (!isOutcomeUnknown(problem)) keeper.forget();
      },
    });
  }

  const resume = useEffectEvent(() => {
    const order = keeper.unanswered(Date.now());
    if (order !== null) send(order);
  });
  useEffect(() => resume(), []);

  return {
    place(tasks) {
      const isSameAgain =
        isUnanswered && variables !== undefined && JSON.stringify(variables.tasks) === JSON.stringify(tasks);
      send(isSameAgain ? variables : newOrder(tasks, Date.now()));
    },
    sendAgain: () => variables !== undefined && send(variables),
    isOnItsWay: isPending,
    problem: error,
    isUnanswered,
  };
}
