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
import { createApiKeyMutation } from "#lib/client/keys.ts";
import { KEY_NAME_MAX_LENGTH } from "#lib/contract/account-limits.ts";
import { KEY_SCOPES, type KeyScope } from "#lib/contract/permissions.ts";
import { KeySecrets } from "./key-secrets.tsx";
import { readBudget } from "./read-budget.ts";

const LIFETIMES = ["30", "90", "365", "never"] as const;

type Lifetime = (typeof LIFETIMES)[number];

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** First the name and what the key may do; then its secrets, which are shown this once. */
export function CreateKeyDialog({ open, onOpenChange }: Props) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const formId = useId();
  const [scope, setScope] = useState<KeyScope>("create");
  const [lifetime, setLifetime] = useState<Lifetime>("never");
  const form = useFormFields({
    initial: { name: "", budget: "" },
    check: ({ name, budget }) => ({
      name: name.trim() === "" ? t("keys.nameNeeded") : undefined,
      budget: readBudget(budget) === undefined ? t("keys.budgetWrong") : undefined,
    }),
  });
  const create = useMutation(createApiKeyMutation());
  const forget = () => {
    create.reset();
    form.clear();
  };
  const expiresInDays = lifetime === "never" ? null : Number(lifetime);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      onClosed={forget}
      title={create.data ? t("keys.ready") : t("keys.create")}
      footer={
        create.data ? (
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            {t("keys.done")}
          </Button>
        ) : (
          <>
            <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
            <Button type="submit" form={formId} variant="primary" busy={create.isPending}>
              {t("keys.submit")}
            </Button>
          </>
        )
      }
    >
      {create.data ? (
        <KeySecrets secrets={create.data} />
      ) : (
        <form
          id={formId}
          noValidate
          onSubmit={form.onSubmit(({ name, budget }) =>
            create.mutate({ name, scope, expiresInDays, budgetUnits: readBudget(budget) ?? null }),
          )}
          className="flex flex-col gap-5"
        >
          <Field label={t("keys.name")} hint={t("keys.nameHint")} error={form.error("name")}>
            {(ties) => (
              <TextInput
                {...ties}
                {...form.control("name")}
                autoComplete="off"
                maxLength={KEY_NAME_MAX_LENGTH}
              />
            )}
          </Field>
          <Field label={t("keys.scope")}>
            {(ties) => (
              <Select<KeyScope>
                {...ties}
                value={scope}
                onValueChange={setScope}
                options={KEY_SCOPES.map((value) => ({ value, label: t(`keys.scopes.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t("keys.lifetime")}>
            {(ties) => (
              <Select<Lifetime>
                {...ties}
                value={lifetime}
                onValueChange={setLifetime}
                options={LIFETIMES.map((value) => ({
                  value,
                  label: value === "never" ? t("keys.forever") : t("keys.days", { count: Number(value) }),
                }))}
              />
            )}
          </Field>
          <Field label={t("keys.budget")} hint={t("keys.budgetHint")} error={form.error("budget")} optional>
            {(ties) => (
              <TextInput {...ties} {...form.control("budget")} inputMode="decimal" autoComplete="off" />
            )}
          </Field>
          <FormProblem problem={create.error} />
        </form>
      )}
    </Dialog>
  );
}
