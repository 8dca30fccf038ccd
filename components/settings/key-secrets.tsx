"use client";

import { useTranslations } from "use-intl/react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { NewApiKey } from "#lib/contract/keys.ts";

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

function Secret({ label, hint, value }: { label: string; hint?: string; value: string }) {
  return (
    <Field label={label} hint={hint}>
      {(ties) => (
        <div className="flex items-center gap-2">
          <TextInput
            {...ties}
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
            className="font-mono text-sm"
          />
          <CopyButton text={value} size="md" />
        </div>
      )}
    </Field>
  );
}
