"use client";

import { useTranslations } from "use-intl/react";
import { Notice } from "#components/ui/notice.tsx";
import { Secret } from "../secret.tsx";

/** A new signing secret, to be copied now. */
export function WebhookSecret({ secret }: { secret: string }) {
  const t = useTranslations("webhooks");
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="warning">{t("once")}</Notice>
      <Secret label={t("secret")} hint={t("secretHint")} value={secret} />
    </div>
  );
}
