import { z } from "zod";
import { idSchema } from "./ids.ts";
import { defineOperation } from "./operation.ts";
import { TEST_EVENT, WEBHOOK_EVENTS, WEBHOOK_URL_MAX_LENGTH } from "./webhook-events.ts";

export const webhookSchema = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  isEnabled: z.boolean(),
  /** Why the studio switched it off: it answered 410, or failed for five days. */
  disabledReason: z.enum(["gone", "failing"]).nullable(),
  /** Since when every attempt has failed; null while it works. */
  failingSince: z.iso.datetime().nullable(),
  /** Until when the secret before the last rotation signs along. */
  oldSecretDies: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

/** A receiver with its secret, shown once and never again. */
export const newWebhookSchema = webhookSchema.extend({
  /** `whsec_…`, as Standard Webhooks spells it. */
  secret: z.string(),
});

export const webhookDeliverySchema = z.object({
  id: z.string(),
  /** The `webhook-id` header: the same on every attempt and on a resend. */
  messageId: z.string(),
  type: z.enum([...WEBHOOK_EVENTS, TEST_EVENT]),
  taskId: z.string().nullable(),
  attempts: z.int(),
  /** HTTP status of the last answer; null when none came. */
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  nextAttemptAt: z.iso.datetime().nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  /** Set when nobody will try again by itself. */
  givenUpAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

export type Webhook = z.infer<typeof webhookSchema>;
export type NewWebhook = z.infer<typeof newWebhookSchema>;
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

const eventsSchema = z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(WEBHOOK_EVENTS.length);

export const createWebhookSchema = z.strictObject({
  /** http or https, on the open internet. */
  url: z.string().min(1).max(WEBHOOK_URL_MAX_LENGTH),
  events: eventsSchema,
});

export const updateWebhookSchema = z.strictObject({
  events: eventsSchema.optional(),
  /** Switching it on again forgets that it failed, and sends what waited. */
  isEnabled: z.boolean().optional(),
});

export type CreateWebhook = z.infer<typeof createWebhookSchema>;
export type UpdateWebhook = z.infer<typeof updateWebhookSchema>;

const ACCESS = { kind: "member", action: "webhook.manage" } as const;
const params = z.strictObject({ webhookId: idSchema("webhook") });

export const listWebhooksOperation = defineOperation({
  id: "listWebhooks",
  method: "GET",
  path: "/api/webhooks",
  summary: "The team's receivers of events, oldest first.",
  access: ACCESS,
  response: z.object({ webhooks: z.array(webhookSchema) }),
});

export const createWebhookOperation = defineOperation({
  id: "createWebhook",
  method: "POST",
  path: "/api/webhooks",
  summary: "Add a receiver of events (Standard Webhooks); its secret is in this answer and nowhere else.",
  access: ACCESS,
  audit: "webhook.created",
  rateClass: "write",
  body: createWebhookSchema,
  response: newWebhookSchema,
  status: 201,
});

export const updateWebhookOperation = defineOperation({
  id: "updateWebhook",
  method: "PATCH",
  path: "/api/webhooks/{webhookId}",
  summary: "Change what a receiver is told, or switch it off and on.",
  access: ACCESS,
  audit: "webhook.changed",
  params,
  body: updateWebhookSchema,
  response: webhookSchema,
});

export const deleteWebhookOperation = defineOperation({
  id: "deleteWebhook",
  method: "DELETE",
  path: "/api/webhooks/{webhookId}",
  summary: "Remove a receiver with its log.",
  access: ACCESS,
  audit: "webhook.removed",
  params,
});

export const rotateWebhookSecretOperation = defineOperation({
  id: "rotateWebhookSecret",
  method: "POST",
  path: "/api/webhooks/{webhookId}/secret",
  summary: "Give a receiver a new secret, shown once; the old one signs along for 24 hours.",
  access: ACCESS,
  audit: "webhook.secret_rotated",
  rateClass: "write",
  params,
  response: newWebhookSchema,
});

export const testWebhookOperation = defineOperation({
  id: "testWebhook",
  method: "POST",
  path: "/api/webhooks/{webhookId}/test",
  summary: "Send a test event to a receiver.",
  access: ACCESS,
  audit: { none: "the log of deliveries tells of it" },
  rateClass: "write",
  params,
  response: webhookDeliverySchema,
  status: 201,
});

export const listWebhookDeliveriesOperation = defineOperation({
  id: "listWebhookDeliveries",
  method: "GET",
  path: "/api/webhooks/{webhookId}/deliveries",
  summary: "What a receiver was told in the last 30 days, the newest first, in pages.",
  access: ACCESS,
  params,
  query: z.strictObject({ cursor: idSchema("webhookDelivery").optional() }),
  response: z.object({
    deliveries: z.array(webhookDeliverySchema),
    nextCursor: z.string().nullable(),
  }),
});

export const resendWebhookDeliveryOperation = defineOperation({
  id: "resendWebhookDelivery",
  method: "POST",
  path: "/api/webhooks/{webhookId}/deliveries/{deliveryId}/resend",
  summary: "Send a message to its receiver again, under the same message id.",
  access: ACCESS,
  audit: { none: "the log of deliveries tells of it" },
  rateClass: "write",
  params: params.extend({ deliveryId: idSchema("webhookDelivery") }),
  response: webhookDeliverySchema,
  status: 201,
});
