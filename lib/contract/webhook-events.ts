/** What a team may have its own receivers told of. */
export const WEBHOOK_EVENTS = [
  "task.succeeded",
  "task.failed",
  /** Whether it was opened upstream could not be learnt: a person decides. */
  "task.unknown",
  "task.canceled",
  /** A connection takes no more tasks until somebody looks at it. */
  "connection.paused",
  /** A result that is not ours yet will soon be deleted upstream. */
  "archive.expiring",
] as const;

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Sent when somebody asks for it; to any receiver, whatever it subscribed to. */
export const TEST_EVENT = "webhook.test";

export const MAX_WEBHOOKS_PER_TEAM = 20;
export const WEBHOOK_URL_MAX_LENGTH = 2048;
export const WEBHOOK_DELIVERIES_PER_PAGE = 50;
/** The secret before the last rotation signs along for so long. */
export const OLD_SECRET_HOURS = 24;
