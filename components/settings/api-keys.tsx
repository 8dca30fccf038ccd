"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { apiKeysQuery } from "#lib/client/keys.ts";
import type { ApiKey } from "#lib/contract/keys.ts";
import { ApiKeyRow } from "./api-key-row.tsx";
import { CreateKeyDialog } from "./create-key-dialog.tsx";
import { SigningSecret } from "./signing-secret.tsx";

/** Keys with which Kling clients work in this team's name. */
export function ApiKeys({ mayRotate }: { mayRotate: boolean }) {
  const t = useTranslations("settings");
  const keys = useQuery(apiKeysQuery());
  const [creating, setCreating] = useState(false);
  return (
    <Section
      split
      title={t("keys.title")}
      text={
        <>
          {t("keys.text")}
          <DocsLink href="/docs/api">{t("keys.reference")}</DocsLink>
          <DocsLink href="/docs/capabilities">{t("keys.capabilities")}</DocsLink>
        </>
      }
      action={
        <Button icon={<Plus aria-hidden />} onClick={() => setCreating(true)}>
          {t("keys.create")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Card>
          {keys.data ? (
            <KeyList keys={keys.data} />
          ) : keys.error ? (
            <ErrorState problem={keys.error} onRetry={keys.refetch} />
          ) : (
            <div className="flex min-h-17 items-center px-4">
              <Skeleton className="h-4 w-48" />
            </div>
          )}
        </Card>
        <Card className="px-4 py-3">
          <SigningSecret mayRotate={mayRotate} />
        </Card>
      </div>
      <CreateKeyDialog open={creating} onOpenChange={setCreating} />
    </Section>
  );
}

function DocsLink({ href, children }: { href: string; children: string }) {
  return (
    <AppLink href={href} className="mt-1 block w-fit text-accent-text hover:underline">
      {children}
    </AppLink>
  );
}

function KeyList({ keys }: { keys: readonly ApiKey[] }) {
  const t = useTranslations("settings");
  if (keys.length === 0) {
    return (
      <EmptyState icon={<KeyRound />} title={t("keys.none")} text={t("keys.noneText")} className="py-10" />
    );
  }
  return (
    <ul className="divide-y divide-line">
      {keys.map((key) => (
        <ApiKeyRow key={key.id} apiKey={key} />
      ))}
    </ul>
  );
}
