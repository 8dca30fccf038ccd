"use client";

import { useTranslations } from "use-intl/react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { NewInvitation } from "#lib/contract/team.ts";

/** The link of a new invitation, to be copied now: it is never shown again. */
export function InvitationLink({ invitation }: { invitation: NewInvitation }) {
  const t = useTranslations("team");
  return (
    <div className="flex flex-col gap-4">
      <Field label={t("invite.link", { email: invitation.email })}>
        {(ties) => (
          <div className="flex items-center gap-2">
            <TextInput
              {...ties}
              readOnly
              value={invitation.url}
              onFocus={(event) => event.currentTarget.select()}
              className="font-mono text-sm"
            />
            <CopyButton text={invitation.url} variant="primary" size="md" />
          </div>
        )}
      </Field>
      <Notice tone={invitation.mailed ? "success" : "neutral"}>
        {invitation.mailed ? t("invite.mailed") : t("invite.notMailed")}
      </Notice>
    </div>
  );
}
