"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { resetPasswordMutation } from "#lib/client/account.ts";
import { ApiProblem } from "#lib/client/api.ts";
import { useWeaknessText } from "./account-problems.ts";
import { useFieldChecks } from "./check-fields.ts";
import { NewPasswordField } from "./new-password-field.tsx";

export function ResetPasswordForm({ token }: { token: string }) {
  const t = useTranslations("entry");
  const check = useFieldChecks();
  const weaknessText = useWeaknessText();
  const form = useFormFields({
    initial: { newPassword: "" },
    check: (values) => ({ newPassword: check.newPassword(values.newPassword) }),
  });
  const reset = useMutation({
    ...resetPasswordMutation(),
    onSuccess: () => location.assign("/sign-in"),
    onError: (problem) => form.refuse({ newPassword: weaknessText(problem) }),
  });
  const isWeak = weaknessText(reset.error) !== undefined;
  const isOld = reset.error instanceof ApiProblem && reset.error.code === "invalid_request";
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ newPassword }) => reset.mutate({ token, newPassword }))}
      className="flex flex-col gap-5"
    >
      <NewPasswordField
        label={t("reset.password")}
        control={form.control("newPassword")}
        error={form.error("newPassword")}
      />
      <FormProblem problem={isWeak ? null : reset.error} override={isOld ? t("reset.old") : undefined} />
      <Button type="submit" variant="primary" size="lg" busy={reset.isPending || reset.isSuccess}>
        {t("reset.submit")}
      </Button>
    </form>
  );
}
