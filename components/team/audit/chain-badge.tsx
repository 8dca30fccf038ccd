"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { auditChainQuery } from "#lib/client/audit.ts";

/** Whether every entry is as it was written. */
export function ChainBadge() {
  const t = useTranslations("audit");
  const format = useFormatter();
  const { data: chain, error } = useQuery(auditChainQuery());
  if (error) return <Badge>{t("chainUnknown")}</Badge>;
  if (chain === undefined) return <Badge>{t("chainChecking")}</Badge>;
  if (!chain.verified)
    return (
      <Badge tone="danger" icon={<ShieldAlert aria-hidden />}>
        {t("chainBroken", { seq: format.number(chain.brokenAt ?? 0) })}
      </Badge>
    );
  return (
    <span data-tooltip={t("chainHint")} className="inline-flex">
      <Badge tone="success" icon={<ShieldCheck aria-hidden />}>
        {t("chainVerified", { count: chain.entries })}
      </Badge>
    </span>
  );
}
