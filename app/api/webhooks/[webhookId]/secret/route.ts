import { rotateWebhookSecretOperation } from "#lib/contract/webhooks.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { rotateWebhookSecret } from "#lib/webhooks/rotate-webhook-secret.ts";

export const POST = defineRoute(rotateWebhookSecretOperation, ({ caller, params }) =>
  rotateWebhookSecret({ caller, ...params, now: new Date() }),
);
