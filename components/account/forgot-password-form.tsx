"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { requestPasswordResetMutation } from "#lib/client/account.ts";
import { useFieldChecks } from "./check-fields.ts";

/** Says the same whether or not there is such an account. */
export function ForgotPasswordForm() {
  const t = useTranslations("entry");
  const check = useFieldChecks();
  const form = useFormFields({
    initial: { email: "" },
    check: (values) => ({ email: check.email(values.email) }),
  });
  const request = useMutation(requestPasswordResetMutation());
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ email }) => request.mutate(email))}
      className="flex flex-col gap-5"
    >
      <Field label={t("email")} error={form.error("email")}>
        {(ties) => (
          <TextInput {...ties} {...form.control("email")} type="email" autoComplete="username" required />
        )}
      </Field>
      <FormProblem problem={request.error} />
      <div role="status">{request.isSuccess && <Notice tone="success">{t("forgot.sent")}</Notice>}</div>
      <Button type="submit" variant="primary" size="lg" busy={request.isPending}>
        {t("forgot.submit")}
      </Button>
    </form>
  );
}
