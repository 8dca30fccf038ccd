import { randomBytes } from "node:crypto";
import type { Webhook } from "#lib/db/generated/client.ts";
import { open, seal } from "#lib/secrets/seal.ts";
import { secretOf } from "./sign.ts";

/** Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

type Owner = Pick<Webhook, "id" | "teamId">;
type Place = "secret" | "oldSecret";

/** A receiver's secret, `whsec_…`; shown once, then only its sealed form is kept. */
export function newWebhookSecret(): string {
  return secretOf(randomBytes(SECRET_BYTES));
}

/** For `Webhook.secretSealed` or `oldSecretSealed`; it opens in this column of this row only. */
export function sealWebhookSecret(secret: string, { id, teamId }: Owner, place: Place = "secret"): string {
  return seal(secret, ["Webhook", id, teamId, place]);
}

/** Those that sign now: the secret, and for a day after a rotation the one before. */
export function webhookSecretsOf(
  webhook: Owner & Pick<Webhook, "secretSealed" | "oldSecretSealed" | "oldSecretDies">,
  now: Date,
): readonly [string, ...string[]] {
  const { id, teamId, secretSealed, oldSecretSealed, oldSecretDies } = webhook;
  const secret = open(secretSealed, ["Webhook", id, teamId, "secret"]);
  if (oldSecretSealed === null || oldSecretDies === null || oldSecretDies <= now) return [secret];
  return [secret, open(oldSecretSealed, ["Webhook", id, teamId, "oldSecret"])];
}
