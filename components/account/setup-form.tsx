"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { setUpMutation } from "#lib/client/account.ts";
import { NAME_MAX_LENGTH, TEAM_NAME_MAX_LENGTH } from "#lib/contract/account-limits.ts";
import { useWeaknessText } from "./account-problems.ts";
import { useFieldChecks } from "./check-fields.ts";
import { NewPasswordField } from "./new-password-field.tsx";

/** The first account and the first team, in one go. */
export function SetupForm() {
  const t = useTranslations("entry");
  const check = useFieldChecks();
  const weaknessText = useWeaknessText();
  const form = useFormFields({
    initial: { name: "", email: "", password: "", teamName: "" },
    check: (values) => ({
      name: check.required(values.name),
      email: check.email(values.email),
      password: check.newPassword(values.password),
      teamName: check.required(values.teamName),
    }),
  });
  const setUp = useMutation({
    ...setUpMutation(),
    onSuccess: () => location.assign("/create"),
    onError: (problem) => form.refuse({ password: weaknessText(problem) }),
  });
  const isWeak = weaknessText(setUp.error) !== undefined;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => setUp.mutate(values))}
      className="flex flex-col gap-4.5"
    >
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
      <Field label={t("email")} error={form.error("email")}>
        {(ties) => (
          <TextInput {...ties} {...form.control("email")} type="email" autoComplete="username" required />
        )}
      </Field>
      <NewPasswordField
        label={t("password")}
        control={form.control("password")}
        error={form.error("password")}
      />
      <Field label={t("teamName")} hint={t("teamNameHint")} error={form.error("teamName")}>
        {(ties) => (
          <TextInput
            {...ties}
            {...form.control("teamName")}
            autoComplete="organization"
            maxLength={TEAM_NAME_MAX_LENGTH}
            required
          />
        )}
      </Field>
      <FormProblem
        problem={isWeak ? null : setUp.error}
        override={
          setUp.error && "code" in setUp.error && setUp.error.code === "conflict"
            ? t("setup.taken")
            : undefined
        }
      />
      <Button type="submit" variant="primary" size="lg" busy={setUp.isPending || setUp.isSuccess}>
        {t("setup.submit")}
      </Button>
    </form>
  );
}
