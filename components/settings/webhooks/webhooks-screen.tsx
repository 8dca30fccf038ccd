"use client";

import { useQuery } from "@tanstack/react-query";
import { Lock, Plus, Webhook as WebhookIcon } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { webhooksQuery } from "#lib/client/webhooks.ts";
import { AddWebhookDialog } from "./add-webhook-dialog.tsx";
import { WebhookCard } from "./webhook-card.tsx";

/** The team's own receivers of events. */
export function WebhooksScreen({ mayManage }: { mayManage: boolean }) {
  const t = useTranslations("webhooks");
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader title={t("title")} text={t("text")}>
        {mayManage && (
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
        )}
      </PageHeader>
      {mayManage ? (
        <WebhookList />
      ) : (
        <Card>
          <EmptyState icon={<Lock />} title={t("forbidden")} text={t("forbiddenText")} />
        </Card>
      )}
      <AddWebhookDialog open={adding} onOpenChange={setAdding} />
    </>
  );
}

function WebhookList() {
  const t = useTranslations("webhooks");
  const webhooks = useQuery(webhooksQuery());
  if (webhooks.error) return <ErrorState problem={webhooks.error} onRetry={webhooks.refetch} />;
  if (webhooks.data === undefined) {
    return (
      <Card className="flex min-h-24 flex-col justify-center gap-3 p-4 sm:p-5">
        <Skeleton className="h-4 w-72 max-w-full" />
        <Skeleton className="h-3 w-48" />
      </Card>
    );
  }
  if (webhooks.data.length === 0) {
    return (
      <Card>
        <EmptyState icon={<WebhookIcon />} title={t("none")} text={t("noneText")} />
      </Card>
    );
  }
  return (
    <ul className="flex flex-col gap-4">
      {webhooks.data.map((webhook) => (
        <li key={webhook.id}>
          <WebhookCard webhook={webhook} />
        </li>
      ))}
    </ul>
  );
}
