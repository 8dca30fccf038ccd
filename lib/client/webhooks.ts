import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import type {
  CreateWebhook,
  NewWebhook,
  UpdateWebhook,
  Webhook,
  WebhookDelivery,
} from "#lib/contract/webhooks.ts";
import { callApi } from "./api.ts";

const WEBHOOKS = ["team", "webhooks"] as const;

/** While a message is on its way, its line of the log is asked for this often. */
const LOG_POLL_MS = 3_000;

/** The team's receivers of events. */
export const webhooksQuery = () =>
  queryOptions({
    queryKey: WEBHOOKS,
    queryFn: async ({ signal }) =>
      (await callApi<{ webhooks: Webhook[] }>("GET", "/api/webhooks", { signal })).webhooks,
  });

type LogPage = { readonly deliveries: WebhookDelivery[]; readonly nextCursor: string | null };

/** What a receiver was told, the newest first; asked for again as long as the newest line may still change. */
export const webhookLogQuery = (webhookId: string) =>
  infiniteQueryOptions({
    queryKey: [...WEBHOOKS, webhookId, "log"],
    queryFn: ({ pageParam: cursor, signal }) =>
      callApi<LogPage>("GET", `/api/webhooks/${webhookId}/deliveries`, { query: { cursor }, signal }),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => (mayChange(state.data?.pages[0]) ? LOG_POLL_MS : false),
  });

/** Typed apart: `null` alone would make every later cursor a type error. */
const FIRST_PAGE: string | null = null;

function mayChange(page: LogPage | undefined): boolean {
  return page?.deliveries.some((it) => it.deliveredAt === null && it.givenUpAt === null) ?? false;
}

function forgetLists({ client }: { readonly client: QueryClient }) {
  return client.invalidateQueries({ queryKey: WEBHOOKS });
}

/** The answer carries the secret; it is not shown again. */
export const createWebhookMutation = () =>
  mutationOptions({
    mutationKey: ["create-webhook"],
    mutationFn: (webhook: CreateWebhook) => callApi<NewWebhook>("POST", "/api/webhooks", { body: webhook }),
    onSettled: (_webhook, _error, _order, _result, context) => forgetLists(context),
    gcTime: 0, // the secret does not stay in memory once the dialog is closed
  });

export const rotateWebhookMutation = () =>
  mutationOptions({
    mutationKey: ["rotate-webhook"],
    mutationFn: (webhookId: string) => callApi<NewWebhook>("POST", `/api/webhooks/${webhookId}/secret`),
    onSettled: (_webhook, _error, _order, _result, context) => forgetLists(context),
    gcTime: 0, // as above
  });

export const updateWebhookMutation = () =>
  mutationOptions({
    mutationKey: ["update-webhook"],
    mutationFn: ({ webhookId, ...body }: UpdateWebhook & { readonly webhookId: string }) =>
      callApi<Webhook>("PATCH", `/api/webhooks/${webhookId}`, { body }),
    onSettled: (_webhook, _error, _order, _result, context) => forgetLists(context),
  });

export const deleteWebhookMutation = () =>
  mutationOptions({
    mutationKey: ["delete-webhook"],
    mutationFn: (webhookId: string) => callApi("DELETE", `/api/webhooks/${webhookId}`),
    onSettled: (_nothing, _error, _order, _result, context) => forgetLists(context),
  });

export const testWebhookMutation = () =>
  mutationOptions({
    mutationKey: ["test-webhook"],
    mutationFn: (webhookId: string) => callApi<WebhookDelivery>("POST", `/api/webhooks/${webhookId}/test`),
    onSettled: (_delivery, _error, _order, _result, context) => forgetLists(context),
  });

export type ResendCall = { readonly webhookId: string; readonly deliveryId: string };

export const resendWebhookMutation = () =>
  mutationOptions({
    mutationKey: ["resend-webhook"],
    mutationFn: ({ webhookId, deliveryId }: ResendCall) =>
      callApi<WebhookDelivery>("POST", `/api/webhooks/${webhookId}/deliveries/${deliveryId}/resend`),
    onSettled: (_delivery, _error, _order, _result, context) => forgetLists(context),
  });
