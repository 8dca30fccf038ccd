"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { ApiProblem } from "#lib/client/api.ts";
import { inviteMemberMutation } from "#lib/client/team.ts";
import { assignableRoles } from "#lib/contract/member-rules.ts";
import type { Role } from "#lib/contract/permissions.ts";
import { InvitationLink } from "./invitation-link.tsx";
import type { Self } from "./self.ts";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; self: Self };

/** First the address and the role; then the link, which is shown this once. */
export function InviteDialog({ open, onOpenChange, self }: Props) {
  const t = useTranslations("team");
  const common = useTranslations("common");
  const formId = useId();
  const [role, setRole] = useState<Role>("creator");
  const form = useFormFields({
    initial: { email: "" },
    check: ({ email }) => ({
      email: /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : t("invite.emailWrong"),
    }),
  });
  const invite = useMutation(inviteMemberMutation());
  const startOver = () => {
    invite.reset();
    form.clear();
  };
  const isKnown = invite.error instanceof ApiProblem && invite.error.code === "conflict";
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      onClosed={startOver}
      title={invite.data ? t("invite.ready") : t("invite.title")}
      description={invite.data ? undefined : t("invite.text")}
      footer={
        invite.data ? (
          <>
            <Button onClick={startOver}>{t("invite.another")}</Button>
            <Button variant="primary" onClick={() => onOpenChange(false)}>
              {t("invite.done")}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
            <Button type="submit" form={formId} variant="primary" busy={invite.isPending}>
              {t("invite.submit")}
            </Button>
          </>
        )
      }
    >
      {invite.data ? (
        <InvitationLink invitation={invite.data} />
      ) : (
        <form
          id={formId}
          noValidate
          onSubmit={form.onSubmit(({ email }) => invite.mutate({ email, role }))}
          className="flex flex-col gap-5"
        >
          <Field label={t("invite.email")} error={form.error("email")}>
            {(ties) => (
              <TextInput {...ties} {...form.control("email")} type="email" autoComplete="off" required />
            )}
          </Field>
          <Field label={t("invite.role")} hint={t(`roleHints.${role}`)}>
            {(ties) => (
              <Select<Role>
                {...ties}
                value={role}
                onValueChange={setRole}
                options={assignableRoles(self.role).map((value) => ({
                  value,
                  label: common(`roles.${value}`),
                }))}
              />
            )}
          </Field>
          <FormProblem problem={invite.error} override={isKnown ? t("invite.known") : undefined} />
        </form>
      )}
    </Dialog>
  );
}
