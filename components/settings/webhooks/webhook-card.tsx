"use client";

import { ScrollText } from "lucide-react";
import { useId, useState } from "react";
import { useFormatter, useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Webhook } from "#lib/contract/webhooks.ts";
import { useEventName } from "./use-event-name.ts";
import { WebhookActions } from "./webhook-actions.tsx";
import { WebhookLog } from "./webhook-log.tsx";

/** One receiver: what it is told, whether it listens, and what can be done about it. */
export function WebhookCard({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhooks");
  const id = useId();
  const nameOf = useEventName();
  const [showsLog, setShowsLog] = useState(false);
  return (
    <Card role="article" aria-labelledby={id} className="flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="break-all font-mono text-sm">
            {webhook.url}
          </h2>
          <p className="mt-1 text-muted text-sm first-letter:uppercase">
            {webhook.events.map(nameOf).join(" · ")}
          </p>
        </div>
        <State webhook={webhook} />
        <WebhookActions webhook={webhook} />
      </div>
      <Notices webhook={webhook} />
      <div>
        <Button size="sm" icon={<ScrollText aria-hidden />} onClick={() => setShowsLog(true)}>
          {t("log")}
        </Button>
      </div>
      <WebhookLog webhook={webhook} open={showsLog} onOpenChange={setShowsLog} />
    </Card>
  );
}

function State({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhooks");
  if (webhook.disabledReason !== null) return <Badge tone="danger">{t(webhook.disabledReason)}</Badge>;
  if (!webhook.isEnabled) return <Badge>{t("off")}</Badge>;
  if (webhook.failingSince !== null) return <Badge tone="warning">{t("failing")}</Badge>;
  return <Badge tone="success">{t("on")}</Badge>;
}

function Notices({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhooks");
  const format = useFormatter();
  const date = (iso: string) => format.dateTime(new Date(iso), { dateStyle: "medium", timeStyle: "short" });
  const { disabledReason, failingSince, oldSecretDies } = webhook;
  return (
    <>
      {disabledReason !== null && <Notice tone="danger">{t(`${disabledReason}Text`)}</Notice>}
      {disabledReason === null && failingSince !== null && (
        <Notice tone="warning">{t("failingSince", { date: date(failingSince) })}</Notice>
      )}
      {oldSecretDies !== null && <Notice>{t("rotating", { date: date(oldSecretDies) })}</Notice>}
    </>
  );
}
