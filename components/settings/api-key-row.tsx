"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useNow, useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { revokeApiKeyMutation } from "#lib/client/keys.ts";
import type { ApiKey } from "#lib/contract/keys.ts";

const MINUTE_MS = 60_000;

export function ApiKeyRow({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations("settings");
  const now = useNow({ updateInterval: MINUTE_MS });
  const isSpent = apiKey.budgetUnits !== null && apiKey.usedUnits >= apiKey.budgetUnits;
  const isOver = apiKey.expiresAt !== null && new Date(apiKey.expiresAt) <= now;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
          {apiKey.name}
          <Badge>{t(`keys.scopes.${apiKey.scope}`)}</Badge>
          {apiKey.revokedAt && <Badge tone="danger">{t("keys.revoked")}</Badge>}
          {!apiKey.revokedAt && isSpent && <Badge tone="warning">{t("keys.spent")}</Badge>}
          {!apiKey.revokedAt && isOver && <Badge tone="warning">{t("keys.expired")}</Badge>}
        </p>
        <p className="mt-0.5 font-mono text-muted text-xs">{apiKey.prefix}…</p>
        <KeyHistory apiKey={apiKey} now={now} />
      </div>
      {!apiKey.revokedAt && <RevokeKey apiKey={apiKey} />}
    </li>
  );
}

function KeyHistory({ apiKey, now }: { apiKey: ApiKey; now: Date }) {
  const t = useTranslations("settings");
  const format = useFormatter();
  const units = (count: number) => format.number(count, { maximumFractionDigits: 4 });
  const facts = [
    t("keys.createdBy", {
      name: apiKey.createdBy.name,
      date: format.dateTime(new Date(apiKey.createdAt), { dateStyle: "medium" }),
    }),
    apiKey.lastUsedAt
      ? t("keys.lastUsed", { when: format.relativeTime(new Date(apiKey.lastUsedAt), now) })
      : t("keys.neverUsed"),
    apiKey.budgetUnits === null
      ? t("keys.used", { used: units(apiKey.usedUnits) })
      : t("keys.usedOf", { used: units(apiKey.usedUnits), budget: units(apiKey.budgetUnits) }),
    apiKey.expiresAt &&
      t("keys.expires", { date: format.dateTime(new Date(apiKey.expiresAt), { dateStyle: "medium" }) }),
  ];
  return <p className="mt-0.5 text-muted text-xs">{facts.filter(Boolean).join(" · ")}</p>;
}

function RevokeKey({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations("settings");
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({
    ...revokeApiKeyMutation(),
    onSettled: () => setAsking(false),
    onError: (problem) => {
      const { title, next } = problemText(problem);
      showToast({ tone: "danger", title, description: next });
    },
  });
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        aria-label={t("keys.revokeWhich", { name: apiKey.name })}
        onClick={() => setAsking(true)}
      >
        {t("keys.revoke")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("keys.revokeWhich", { name: apiKey.name })}
        description={t("keys.revokeText")}
        confirmLabel={t("keys.revoke")}
        danger
        busy={revoke.isPending}
        onConfirm={() => revoke.mutate(apiKey.id)}
      />
    </>
  );
}
