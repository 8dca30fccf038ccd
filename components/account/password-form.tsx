"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { showToast } from "#components/ui/show-toast.ts";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { changePasswordMutation } from "#lib/client/account.ts";
import { reasonOf, useWeaknessText } from "./account-problems.ts";
import { useFieldChecks } from "./check-fields.ts";
import { NewPasswordField } from "./new-password-field.tsx";

export function PasswordForm() {
  const t = useTranslations("account");
  const check = useFieldChecks();
  const weaknessText = useWeaknessText();
  const form = useFormFields({
    initial: { currentPassword: "", newPassword: "" },
    check: (values) => ({
      currentPassword: check.required(values.currentPassword),
      newPassword: check.newPassword(values.newPassword),
    }),
  });
  const change = useMutation({
    ...changePasswordMutation(),
    onSuccess: () => {
      form.clear();
      showToast({ tone: "success", title: t("password.changed") });
    },
    onError: (problem) =>
      form.refuse({
        currentPassword: isWrong(problem) ? t("password.wrong") : undefined,
        newPassword: weaknessText(problem),
      }),
  });
  const isSaidAtField = isWrong(change.error) || weaknessText(change.error) !== undefined;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => change.mutate(values))}
      className="flex max-w-md flex-col gap-5"
    >
      <Field label={t("password.current")} error={form.error("currentPassword")}>
        {(ties) => (
          <PasswordInput
            {...ties}
            {...form.control("currentPassword")}
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      <NewPasswordField
        label={t("password.next")}
        control={form.control("newPassword")}
        error={form.error("newPassword")}
      />
      <FormProblem problem={isSaidAtField ? null : change.error} />
      <Button type="submit" className="self-start" busy={change.isPending}>
        {t("password.submit")}
      </Button>
    </form>
  );
}

function isWrong(problem: unknown): boolean {
  return reasonOf(problem) === "wrong_password";
}
