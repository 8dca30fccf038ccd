"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { acceptInvitationMutation } from "#lib/client/team.ts";
import { NAME_MAX_LENGTH } from "#lib/contract/account-limits.ts";
import { useWeaknessText } from "./account-problems.ts";
import { useFieldChecks } from "./check-fields.ts";
import { NewPasswordField } from "./new-password-field.tsx";

/** A new account for someone who was invited; the address is the one that the invitation went to. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("entry");
  const check = useFieldChecks();
  const weaknessText = useWeaknessText();
  const form = useFormFields({
    initial: { name: "", password: "" },
    check: (values) => ({ name: check.required(values.name), password: check.newPassword(values.password) }),
  });
  const accept = useMutation({
    ...acceptInvitationMutation(token),
    onSuccess: () => location.assign("/create"),
    onError: (problem) => form.refuse({ password: weaknessText(problem) }),
  });
  const isWeak = weaknessText(accept.error) !== undefined;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((account) => accept.mutate({ account }))}
      className="flex flex-col gap-4.5"
    >
      <Field label={t("email")}>
        {(ties) => <TextInput {...ties} type="email" value={email} readOnly autoComplete="username" />}
      </Field>
      <Field label={t("name")} error={form.error("name")}>
        {(ties) => (
          <TextInput
            {...ties}
            {...form.control("name")}
            autoComplete="name"
            maxLength={NAME_MAX_LENGTH}
            required
          />
        )}
      </Field>
      <NewPasswordField
        label={t("password")}
        control={form.control("password")}
        error={form.error("password")}
      />
      <FormProblem problem={isWeak ? null : accept.error} />
      <Button type="submit" variant="primary" size="lg" busy={accept.isPending || accept.isSuccess}>
        {t("invite.join")}
      </Button>
    </form>
  );
}
