import { testWebhookOperation } from "#lib/contract/webhooks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { testWebhook } from "#lib/webhooks/test-webhook.ts";

export const POST = defineRoute(testWebhookOperation, ({ caller, params }) =>
  testWebhook({ caller, ...params, now: new Date() }),
);
