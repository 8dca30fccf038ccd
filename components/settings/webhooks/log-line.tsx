"use client";

import { useMutation } from "@tanstack/react-query";
import { useFormatter, useNow, useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { resendWebhookMutation } from "#lib/client/webhooks.ts";
import type { Webhook, WebhookDelivery } from "#lib/contract/webhooks.ts";
import { useEventName } from "./use-event-name.ts";

const MINUTE_MS = 60_000;

const TONES = { delivered: "success", waiting: "warning", given_up: "danger" } as const;

/** One message: what it told, what came of it, and a way to send it again. */
export function LogLine({ line, webhook }: { line: WebhookDelivery; webhook: Webhook }) {
  const t = useTranslations("webhooks");
  const nameOf = useEventName();
  const state = stateOf(line);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
          <span className="inline-block first-letter:uppercase">{nameOf(line.type)}</span>
          <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
        </p>
        <Facts line={line} />
        {line.lastStatus === null && line.lastError !== null && (
          <p className="mt-0.5 text-danger-text text-xs">{t("unreachable")}</p>
        )}
        {line.taskId !== null && (
          <AppLink
            href={`/tasks/${line.taskId}`}
            className="mt-0.5 block w-fit text-accent-text text-xs hover:underline"
          >
            {t("task")}
          </AppLink>
        )}
      </div>
      {webhook.isEnabled && <Resend line={line} webhookId={webhook.id} />}
    </li>
  );
}

function stateOf({ deliveredAt, givenUpAt }: WebhookDelivery): keyof typeof TONES {
  if (deliveredAt !== null) return "delivered";
  return givenUpAt === null ? "waiting" : "given_up";
}

function Facts({ line }: { line: WebhookDelivery }) {
  const t = useTranslations("webhooks");
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE_MS });
  const { attempts, lastStatus, nextAttemptAt, createdAt } = line;
  const isLater = nextAttemptAt !== null && new Date(nextAttemptAt) > now;
  const facts = [
    format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "medium" }),
    t("attempts", { count: attempts }),
    attempts > 0 && (lastStatus === null ? t("noAnswer") : t("status", { status: lastStatus })),
    isLater && t("next", { when: format.relativeTime(new Date(nextAttemptAt), now) }),
  ];
  return <p className="mt-0.5 text-muted text-xs">{facts.filter(Boolean).join(" · ")}</p>;
}

function Resend({ line, webhookId }: { line: WebhookDelivery; webhookId: string }) {
  const t = useTranslations("webhooks");
  const nameOf = useEventName();
  const problemText = useProblemText();
  const resend = useMutation({
    ...resendWebhookMutation(),
    onSuccess: () => showToast({ tone: "success", title: t("resent") }),
    onError: (problem) => {
      const { title, next } = problemText(problem);
      showToast({ tone: "danger", title, description: next });
    },
  });
  return (
    <Button
      variant="ghost"
      size="sm"
      busy={resend.isPending}
      aria-label={t("resendWhich", { event: nameOf(line.type) })}
      onClick={() => resend.mutate({ webhookId, deliveryId: line.id })}
    >
      {t("resend")}
    </Button>
  );
}
