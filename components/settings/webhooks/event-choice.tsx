"use client";

import { useTranslations } from "use-intl/react";
import { Chip } from "#components/ui/chip.tsx";
import { WEBHOOK_EVENTS, type WebhookEvent } from "#lib/contract/webhook-events.ts";
import { useEventName } from "./use-event-name.ts";

type Props = {
  chosen: readonly WebhookEvent[];
  onChange: (chosen: readonly WebhookEvent[]) => void;
  error?: string | undefined;
};

/** Which events a receiver is told of, each on or off. */
export function EventChoice({ chosen, onChange, error }: Props) {
  const t = useTranslations("webhooks");
  const nameOf = useEventName();
  const toggle = (event: WebhookEvent) =>
    onChange(WEBHOOK_EVENTS.filter((it) => (it === event) !== chosen.includes(it)));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium text-sm">{t("events")}</legend>
      <div className="flex flex-wrap gap-2">
        {WEBHOOK_EVENTS.map((event) => (
          <Chip key={event} pressed={chosen.includes(event)} onClick={() => toggle(event)}>
            {nameOf(event)}
          </Chip>
        ))}
      </div>
      <div role="alert" className="empty:hidden">
        {error && <p className="mt-1.5 text-danger-text text-xs">{error}</p>}
      </div>
    </fieldset>
  );
}
