import { deleteWebhookOperation, updateWebhookOperation } from "#lib/contract/webhooks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { deleteWebhook } from "#lib/webhooks/delete-webhook.ts";
import { updateWebhook } from "#lib/webhooks/update-webhook.ts";

export const PATCH = defineRoute(updateWebhookOperation, ({ caller, params, body }) =>
  updateWebhook({ caller, ...params, ...body, now: new Date() }),
);

export const DELETE = defineRoute(deleteWebhookOperation, ({ caller, params }) =>
  deleteWebhook({ caller, ...params }),
);
