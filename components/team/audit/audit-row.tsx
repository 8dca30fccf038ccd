"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import { Avatar } from "#components/ui/avatar.tsx";
import type { AuditEntry } from "#lib/contract/audit.ts";
import { detailsText } from "./details-text.ts";
import { useAuditWords } from "./use-audit-words.ts";
import { useDetailWords } from "./use-detail-words.ts";

/** One decision: what, about what, by whom and when; its number and request for whoever follows it further. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("audit");
  const format = useFormatter();
  const { actionName, actorName, objectName } = useAuditWords();
  const words = useDetailWords();
  const { seq, at, actor, action, object, details, requestId } = entry;
  const who = actorName(actor);
  const isSelf = actor.id !== null && actor.id === object.id;
  const about = [isSelf ? null : objectName(object), detailsText(details, words)];
  const said = about.filter((part) => part !== null && part !== "").join(" · ");
  return (
    <li className="flex min-h-17 items-start gap-3 px-4 py-3">
      <Avatar name={who} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-sm">{actionName(action)}</p>
        {said !== "" && <p className="break-words text-sm [overflow-wrap:anywhere]">{said}</p>}
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-muted text-sm">
          <span className="min-w-0 truncate">{who}</span>
          <time dateTime={at} className="whitespace-nowrap">
            {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
          </time>
        </p>
      </div>
      <span
        className="shrink-0 pt-0.5 text-muted text-xs tabular-nums"
        data-tooltip={requestId === null ? undefined : t("request", { id: requestId })}
      >
        {t("number", { seq: format.number(seq) })}
      </span>
    </li>
  );
}
