"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { PasswordInput } from "#components/ui/password-input.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { signInMutation } from "#lib/client/account.ts";
import { ApiProblem } from "#lib/client/api.ts";
import { useFieldChecks } from "./check-fields.ts";

type Props = {
  /** Where to go afterwards: a path of this site. */
  next: string;
  email?: string;
  /** Whether a link for a new password can be mailed. */
  sendsMail: boolean;
};

export function SignInForm({ next, email = "", sendsMail }: Props) {
  const t = useTranslations("entry");
  const check = useFieldChecks();
  const [rememberMe, setRememberMe] = useState(true);
  const form = useFormFields({
    initial: { email, password: "" },
    check: (values) => ({ email: check.email(values.email), password: check.required(values.password) }),
  });
  const signIn = useMutation({ ...signInMutation(), onSuccess: () => location.assign(next) });
  const isWrong = signIn.error instanceof ApiProblem && signIn.error.code === "unauthenticated";
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => signIn.mutate({ ...values, rememberMe }))}
      className="flex flex-col gap-4.5"
    >
      <Field label={t("email")} error={form.error("email")}>
        {(ties) => (
          <TextInput {...ties} {...form.control("email")} type="email" autoComplete="username" required />
        )}
      </Field>
      <Field label={t("password")} error={form.error("password")}>
        {(ties) => (
          <PasswordInput {...ties} {...form.control("password")} autoComplete="current-password" required />
        )}
      </Field>
      <Switch label={t("signIn.remember")} checked={rememberMe} onCheckedChange={setRememberMe} />
      <FormProblem problem={signIn.error} override={isWrong ? t("signIn.wrong") : undefined} />
      <Button type="submit" variant="primary" size="lg" busy={signIn.isPending || signIn.isSuccess}>
        {t("signIn.submit")}
      </Button>
      {sendsMail && (
        <AppLink href="/forgot-password" className="self-center text-sm text-accent-text hover:underline">
          {t("signIn.forgot")}
        </AppLink>
      )}
    </form>
  );
}
