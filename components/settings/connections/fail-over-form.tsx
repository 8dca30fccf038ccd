"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { Section } from "#components/ui/section.tsx";
import { showToast } from "#components/ui/show-toast.ts";
import { Switch } from "#components/ui/switch.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { setFailOverMutation } from "#lib/client/connections.ts";
import { MAX_EXTRA_UNITS } from "#lib/contract/connection-limits.ts";
import type { FailOver } from "#lib/contract/connections.ts";
import { readUnits } from "../read-units.ts";

type Props = { failOver: FailOver; mayManage: boolean };

/** Whether a task may move to another connection, and what that may cost. */
export function FailOverForm({ failOver, mayManage }: Props) {
  const t = useTranslations("connections.failOver");
  const common = useTranslations("common");
  const [mayFailOver, setMayFailOver] = useState(failOver.mayFailOver);
  const form = useFormFields({
    initial: { extra: String(failOver.extraUnits) },
    check: ({ extra }) => ({
      extra: readUnits(extra, MAX_EXTRA_UNITS) === undefined ? t("extraWrong") : undefined,
    }),
  });
  const save = useMutation({ ...setFailOverMutation(), onSuccess: () => showToast({ title: t("saved") }) });
  return (
    <Section title={t("title")} text={t("text")}>
      <Card className="p-4 sm:p-5">
        <form
          noValidate
          onSubmit={form.onSubmit(({ extra }) =>
            save.mutate({ mayFailOver, extraUnits: readUnits(extra, MAX_EXTRA_UNITS) ?? 0 }),
          )}
          className="flex flex-col gap-4"
        >
          <Switch
            label={t("may")}
            hint={t("mayHint")}
            checked={mayFailOver}
            disabled={!mayManage}
            onCheckedChange={setMayFailOver}
          />
          {mayFailOver && (
            <Field label={t("extra")} error={form.error("extra")} className="max-w-xs">
              {(ties) => (
                <TextInput
                  {...ties}
                  {...form.control("extra")}
                  disabled={!mayManage}
                  inputMode="decimal"
                  autoComplete="off"
                />
              )}
            </Field>
          )}
          <FormProblem problem={save.error} />
          {mayManage && (
            <Button type="submit" className="self-start" busy={save.isPending}>
              {common("save")}
            </Button>
          )}
        </form>
      </Card>
    </Section>
  );
}
