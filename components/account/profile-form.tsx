"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { showToast } from "#components/ui/show-toast.ts";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { updateProfileMutation } from "#lib/client/account.ts";
import { NAME_MAX_LENGTH } from "#lib/contract/account-limits.ts";
import { useFieldChecks } from "./check-fields.ts";

export function ProfileForm({ user }: { user: { name: string; email: string } }) {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const router = useRouter();
  const check = useFieldChecks();
  const form = useFormFields({
    initial: { name: user.name },
    check: (values) => ({ name: check.required(values.name) }),
  });
  const update = useMutation(updateProfileMutation());
  const send = (values: { name: string }) =>
    update.mutate(values, {
      onSuccess: () => {
        showToast({ tone: "success", title: common("saved") });
        router.refresh(); // the shell shows the name too
      },
    });
  return (
    <form noValidate onSubmit={form.onSubmit(send)} className="flex max-w-md flex-col gap-5">
      <Field label={t("profile.name")} error={form.error("name")}>
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
      <Field label={t("profile.email")} hint={t("profile.emailHint")}>
        {(ties) => <TextInput {...ties} type="email" value={user.email} readOnly autoComplete="username" />}
      </Field>
      <FormProblem problem={update.error} />
      <Button type="submit" className="self-start" busy={update.isPending}>
        {common("save")}
      </Button>
    </form>
  );
}
