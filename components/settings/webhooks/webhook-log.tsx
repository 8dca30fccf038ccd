"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { webhookLogQuery } from "#lib/client/webhooks.ts";
import type { Webhook } from "#lib/contract/webhooks.ts";
import { LogLine } from "./log-line.tsx";

type Props = { webhook: Webhook; open: boolean; onOpenChange: (open: boolean) => void };

/** What a receiver was told and what it answered. */
export function WebhookLog({ webhook, open, onOpenChange }: Props) {
  const t = useTranslations("webhooks");
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t("logTitle")}
      description={<span className="break-all font-mono text-xs">{webhook.url}</span>}
    >
      {open && <Lines webhook={webhook} />}
    </Sheet>
  );
}

function Lines({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhooks");
  const log = useInfiniteQuery(webhookLogQuery(webhook.id));
  if (log.error) return <ErrorState problem={log.error} onRetry={log.refetch} />;
  if (log.data === undefined) return <Skeleton className="h-4 w-48" />;
  const lines = log.data.pages.flatMap(({ deliveries }) => deliveries);
  if (lines.length === 0)
    return <EmptyState icon={<ScrollText />} title={t("logNone")} text={t("logNoneText")} />;
  return (
    <>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <LogLine key={line.id} line={line} webhook={webhook} />
        ))}
      </ul>
      {log.hasNextPage && (
        <Button className="mt-3" busy={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
          {t("older")}
        </Button>
      )}
    </>
  );
}
