"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { ApiProblem } from "#lib/client/api.ts";
import { createWebhookMutation } from "#lib/client/webhooks.ts";
import { WEBHOOK_URL_MAX_LENGTH, type WebhookEvent } from "#lib/contract/webhook-events.ts";
import { EventChoice } from "./event-choice.tsx";
import { WebhookSecret } from "./webhook-secret.tsx";

const FIRST_CHOICE: readonly WebhookEvent[] = ["task.succeeded", "task.failed"];

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** First the address and the events; then the secret, which is shown this once. */
export function AddWebhookDialog({ open, onOpenChange }: Props) {
  const t = useTranslations("webhooks");
  const common = useTranslations("common");
  const formId = useId();
  const [events, setEvents] = useState(FIRST_CHOICE);
  const form = useFormFields({
    initial: { url: "" },
    check: ({ url }) => ({ url: url.trim() === "" ? t("urlNeeded") : undefined }),
  });
  const create = useMutation({
    ...createWebhookMutation(),
    onError: (problem) => isAddressProblem(problem) && form.refuse({ url: t("urlRefused") }),
  });
  const forget = () => {
    create.reset();
    form.clear();
    setEvents(FIRST_CHOICE);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      onClosed={forget}
      title={create.data ? t("ready") : t("add")}
      footer={
        create.data ? (
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            {t("done")}
          </Button>
        ) : (
          <>
            <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
            <Button type="submit" form={formId} variant="primary" busy={create.isPending}>
              {t("submit")}
            </Button>
          </>
        )
      }
    >
      {create.data ? (
        <WebhookSecret secret={create.data.secret} />
      ) : (
        <form
          id={formId}
          noValidate
          onSubmit={form.onSubmit(({ url }) => {
            if (events.length > 0) create.mutate({ url: url.trim(), events: [...events] });
          })}
          className="flex flex-col gap-5"
        >
          <Field label={t("url")} hint={t("urlHint")} error={form.error("url")}>
            {(ties) => (
              <TextInput
                {...ties}
                {...form.control("url")}
                type="url"
                inputMode="url"
                autoComplete="off"
                placeholder="https://hooks.example.com/kling"
                maxLength={WEBHOOK_URL_MAX_LENGTH}
              />
            )}
          </Field>
          <EventChoice
            chosen={events}
            onChange={setEvents}
            error={events.length === 0 ? t("eventsNeeded") : undefined}
          />
          <FormProblem
            problem={isAddressProblem(create.error) ? null : create.error}
            override={isConflict(create.error) ? t("tooMany") : undefined}
          />
        </form>
      )}
    </Dialog>
  );
}

/** It stands at its field: nothing else in this form can be wrong. */
function isAddressProblem(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === "invalid_request";
}

function isConflict(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === "conflict";
}
