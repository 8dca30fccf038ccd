"use client";

import { useTranslations } from "use-intl/react";
import { Field } from "#components/ui/field.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { Connection } from "#lib/contract/connections.ts";
import { CREDENTIAL_FIELDS, UPSTREAMS } from "#lib/kling/upstreams.ts";
import type { ConnectionForm } from "./use-connection-form.ts";

type Props = { connection: Connection | undefined; state: ConnectionForm };

/** What the upstream knows us by: it goes in and never comes out again. */
export function CredentialFields({ connection, state: { form, choices, choose } }: Props) {
  const t = useTranslations("connections.form");
  const words = useWords();
  const kinds = UPSTREAMS[choices.preset].credentialKinds;
  const hint = connection?.hasCredential ? t("keep", { hint: connection.credentialHint ?? "…" }) : t("never");
  return (
    <>
      {kinds.length > 1 && (
        <Field label={t("credentialKind")}>
          {(ties) => (
            <Select
              {...ties}
              value={choices.credentialKind}
              onValueChange={(credentialKind) => choose({ credentialKind })}
              options={kinds.map((value) => ({ value, label: t(`credentialKinds.${value}`) }))}
            />
          )}
        </Field>
      )}
      {CREDENTIAL_FIELDS[choices.credentialKind].map(({ name, label }, index) => (
        <Field key={name} label={words(label)} hint={index === 0 ? hint : undefined} error={form.error(name)}>
          {(ties) => (
            <PasswordInput {...ties} {...form.control(name)} autoComplete="off" autoCapitalize="none" />
          )}
        </Field>
      ))}
    </>
  );
}
