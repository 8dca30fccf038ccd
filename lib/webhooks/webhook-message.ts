import type { WebhookEvent } from "#lib/contract/webhook-events.ts";

/** A finished file of a task; its address is added when the message is sent, because it expires. */
export type MessageOutput = {
  readonly assetId: string | null;
  readonly label: string;
  readonly durationSeconds: number | null;
};

/** What a team's receiver is told, as it is kept (Standard Webhooks: type, timestamp, data). */
export type WebhookMessage = {
  readonly type: WebhookEvent | "webhook.test";
  /** When it happened, ISO 8601. */
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly outputs?: readonly MessageOutput[] };
};

/** The bytes to be signed and sent; `linkTo` makes the address of an output's file, which needs no key and expires. */
export function messageBody(stored: unknown, linkTo: (assetId: string) => string): string {
  const { type, timestamp, data } = stored as WebhookMessage; // written by record-webhook-messages.ts and nobody else
  const { outputs } = data;
  if (outputs === undefined) return JSON.stringify({ type, timestamp, data });
  const linked = outputs.map((output) => ({
    ...output,
    url: output.assetId === null ? null : linkTo(output.assetId),
  }));
  return JSON.stringify({ type, timestamp, data: { ...data, outputs: linked } });
}
