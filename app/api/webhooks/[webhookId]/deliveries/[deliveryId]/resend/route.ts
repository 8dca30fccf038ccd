import { resendWebhookDeliveryOperation } from "#lib/contract/webhooks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { resendWebhookDelivery } from "#lib/webhooks/resend-webhook-delivery.ts";

export const POST = defineRoute(resendWebhookDeliveryOperation, ({ caller, params }) =>
  resendWebhookDelivery({ caller, ...params, now: new Date() }),
);
