"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { auditQuery } from "#lib/client/audit.ts";
import type { AuditFilter } from "#lib/contract/audit.ts";
import { RowSkeleton } from "../row-skeleton.tsx";
import { AuditExport } from "./audit-export.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditRow } from "./audit-row.tsx";
import { ChainBadge } from "./chain-badge.tsx";

/** Who decided what about money and rights, newest first. */
export function AuditLog() {
  const t = useTranslations("audit");
  const [filter, setFilter] = useState<AuditFilter>({});
  return (
    <Section title={t("title")} text={t("text")} action={<AuditExport />}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <AuditFilters filter={filter} onChange={setFilter} />
        <ChainBadge />
      </div>
      <Card>
        <Entries filter={filter} onReset={() => setFilter({})} />
      </Card>
    </Section>
  );
}

function Entries({ filter, onReset }: { filter: AuditFilter; onReset: () => void }) {
  const t = useTranslations("audit");
  const log = useInfiniteQuery(auditQuery(filter));
  if (log.error && log.data === undefined)
    return <ErrorState problem={log.error} onRetry={log.refetch} title={t("failed")} />;
  if (log.data === undefined) return <RowSkeleton rows={4} />;
  const entries = log.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <Nothing isFiltered={Object.keys(filter).length > 0} onReset={onReset} />;
  return (
    <>
      <ol aria-label={t("title")} className="divide-y divide-line">
        {entries.map((entry) => (
          <AuditRow key={entry.seq} entry={entry} />
        ))}
      </ol>
      {log.hasNextPage && (
        <div className="border-line border-t p-3 text-center">
          <Button busy={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
            {t("older")}
          </Button>
        </div>
      )}
    </>
  );
}

function Nothing({ isFiltered, onReset }: { isFiltered: boolean; onReset: () => void }) {
  const t = useTranslations("audit");
  if (!isFiltered) return <EmptyState icon={<ScrollText />} title={t("none")} text={t("noneText")} />;
  return (
    <EmptyState icon={<ScrollText />} title={t("noMatch")}>
      <Button onClick={onReset}>{t("showAll")}</Button>
    </EmptyState>
  );
}
