"use client";

import { useTranslations } from "use-intl/react";
import type { TEST_EVENT, WebhookEvent } from "#lib/contract/webhook-events.ts";

type Named = WebhookEvent | typeof TEST_EVENT;

const KEYS = {
  "task.succeeded": "task_succeeded",
  "task.failed": "task_failed",
  "task.unknown": "task_unknown",
  "task.canceled": "task_canceled",
  "connection.paused": "connection_paused",
  "archive.expiring": "archive_expiring",
  "webhook.test": "webhook_test",
} as const satisfies Record<Named, string>; // a dot in a message's key would mean a level below

/** What an event is called, in the person's language. */
export function useEventName(): (event: Named) => string {
  const t = useTranslations("webhooks");
  return (event) => t(`names.${KEYS[event]}`);
}
