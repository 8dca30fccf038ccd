"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { isOutcomeUnknown, newOrder, type Order, placeOrderMutation } from "#lib/client/orders.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";

type Wish = { readonly request: TaskRequest; readonly connectionId: string };

/**
 * Orders one task. As long as nobody knows whether an order arrived, pressing again sends the very same one, which is carried out
 * and charged once.
 */
export function useOrder(onPlaced: (task: TaskSummary) => void) {
  const unanswered = useRef<Order | null>(null);
  const place = useMutation(placeOrderMutation());
  const send = (wish: Wish) => {
    const order = unanswered.current ?? newOrder({ ...wish, takes: 1 }, Date.now());
    place.mutate(order, {
      onSuccess: ([task]) => {
        unanswered.current = null;
        if (task !== undefined) onPlaced(task);
      },
      onError: (problem) => {
        unanswered.current = isOutcomeUnknown(problem) ? order : null;
      },
    });
  };
  return { send, isSending: place.isPending, problem: place.error };
}
