"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Select } from "#components/ui/select.tsx";
import { auditChainQuery } from "#lib/client/audit.ts";
import type { AuditFilter } from "#lib/contract/audit.ts";
import { AUDIT_ACTIONS, type AuditAction } from "#lib/contract/audit-actions.ts";
import { useAuditWords } from "./use-audit-words.ts";

type Props = { filter: AuditFilter; onChange: (filter: AuditFilter) => void };

const ALL = "";

/** What can only be in the log of the instance. */
const OF_INSTANCE: readonly AuditAction[] = ["master_key.rotated", "backup.restored"];

export function AuditFilters({ filter, onChange }: Props) {
  const t = useTranslations("audit");
  const { actionName, actorName } = useAuditWords();
  const { data: chain } = useQuery(auditChainQuery());
  const people = (chain?.actors ?? []).flatMap((actor) =>
    actor.id === null ? [] : [{ value: actor.id, label: actorName(actor) }],
  );
  const actions = AUDIT_ACTIONS.filter((action) => !OF_INSTANCE.includes(action)).map((action) => ({
    value: action,
    label: actionName(action),
  }));
  const change = ({ actor, action }: AuditFilter) =>
    onChange({ ...(actor !== undefined && { actor }), ...(action !== undefined && { action }) });
  return (
    <div className="flex min-w-0 flex-1 flex-wrap gap-2">
      <Select
        aria-label={t("byPerson")}
        className="min-w-0 flex-1 sm:max-w-52 [&_select]:text-sm"
        value={filter.actor ?? ALL}
        options={[{ value: ALL, label: t("everybody") }, ...people]}
        onValueChange={(actor) => change({ ...filter, actor: actor === ALL ? undefined : actor })}
      />
      <Select<AuditAction | typeof ALL>
        aria-label={t("byAction")}
        className="min-w-0 flex-1 sm:max-w-60 [&_select]:text-sm"
        value={filter.action ?? ALL}
        options={[{ value: ALL, label: t("everything") }, ...actions]}
        onValueChange={(action) => change({ ...filter, action: action === ALL ? undefined : action })}
      />
    </div>
  );
}
