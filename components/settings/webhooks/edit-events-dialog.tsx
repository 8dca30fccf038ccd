"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { updateWebhookMutation } from "#lib/client/webhooks.ts";
import type { WebhookEvent } from "#lib/contract/webhook-events.ts";
import type { Webhook } from "#lib/contract/webhooks.ts";
import { EventChoice } from "./event-choice.tsx";

type Props = { webhook: Webhook; open: boolean; onOpenChange: (open: boolean) => void };

export function EditEventsDialog({ webhook, open, onOpenChange }: Props) {
  const t = useTranslations("webhooks");
  const common = useTranslations("common");
  const [events, setEvents] = useState<readonly WebhookEvent[]>(webhook.events);
  const update = useMutation({ ...updateWebhookMutation(), onSuccess: () => onOpenChange(false) });
  const save = () => {
    if (events.length > 0) update.mutate({ webhookId: webhook.id, events: [...events] });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      onClosed={() => setEvents(webhook.events)}
      title={t("edit")}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
          <Button variant="primary" busy={update.isPending} onClick={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <EventChoice
          chosen={events}
          onChange={setEvents}
          error={events.length === 0 ? t("eventsNeeded") : undefined}
        />
        <FormProblem problem={update.error} />
      </div>
    </Dialog>
  );
}
