"use client";

import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl/react";
import { Card } from "#components/ui/card.tsx";
import { Section } from "#components/ui/section.tsx";
import { RowSkeleton } from "./row-skeleton.tsx";

/** Fetched with the section: most visitors of this screen may not see it. */
const AuditLog = lazy(async () => ({ default: (await import("./audit/audit-log.tsx")).AuditLog }));

export function AuditSection() {
  const t = useTranslations("audit");
  return (
    <Suspense
      fallback={
        <Section title={t("title")} text={t("text")}>
          <Card>
            <RowSkeleton rows={4} />
          </Card>
        </Section>
      }
    >
      <AuditLog />
    </Suspense>
  );
}
