import { listWebhookDeliveriesOperation } from "#lib/contract/webhooks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listWebhookDeliveries } from "#lib/webhooks/list-webhook-deliveries.ts";

export const GET = defineRoute(listWebhookDeliveriesOperation, ({ caller, params, query }) =>
  listWebhookDeliveries({ caller, ...params, ...query }),
);
