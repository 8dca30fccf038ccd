"use client";

import { useTranslations } from "use-intl/react";
import { Notice } from "#components/ui/notice.tsx";
import type { NewApiKey } from "#lib/contract/keys.ts";
import { Secret } from "./secret.tsx";

/** A new key's secrets, to be copied now. */
export function KeySecrets({ secrets }: { secrets: NewApiKey }) {
  const t = useTranslations("settings");
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="warning">{t("keys.once")}</Notice>
      <Secret label={t("keys.bearer")} hint={t("keys.bearerHint")} value={secrets.key} />
      <Secret label={t("keys.accessKey")} value={secrets.accessKey} />
      <Secret label={t("keys.secretKey")} hint={t("keys.pairHint")} value={secrets.secretKey} />
    </div>
  );
}
