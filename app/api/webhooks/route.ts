import { createWebhookOperation, listWebhooksOperation } from "#lib/contract/webhooks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { listWebhooks } from "#lib/webhooks/list-webhooks.ts";

export const GET = defineRoute(listWebhooksOperation, async ({ caller }) => ({
  webhooks: await listWebhooks(caller, new Date()),
}));

export const POST = defineRoute(createWebhookOperation, ({ caller, body }) =>
  createWebhook({ caller, ...body, now: new Date() }),
);
