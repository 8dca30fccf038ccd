"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { renameTeamMutation } from "#lib/client/team.ts";
import { TEAM_NAME_MAX_LENGTH } from "#lib/contract/account-limits.ts";

export function RenameTeam({ name }: { name: string }) {
  const t = useTranslations("team");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("rename.open")}</Button>
      <RenameDialog key={name} name={name} open={open} onOpenChange={setOpen} />
    </>
  );
}

type Props = { name: string; open: boolean; onOpenChange: (open: boolean) => void };

function RenameDialog({ name, open, onOpenChange }: Props) {
  const t = useTranslations("team");
  const common = useTranslations("common");
  const router = useRouter();
  const formId = useId();
  const form = useFormFields({
    initial: { name },
    check: (values) => ({ name: values.name.trim() === "" ? t("rename.needed") : undefined }),
  });
  const rename = useMutation(renameTeamMutation());
  const send = (values: { name: string }) =>
    rename.mutate(values.name, {
      onSuccess: () => {
        onOpenChange(false);
        router.refresh(); // the shell shows the name too
      },
    });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("rename.title")}
      size="sm"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={rename.isPending}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={form.onSubmit(send)} className="flex flex-col gap-4">
        <Field label={t("rename.name")} error={form.error("name")}>
          {(ties) => (
            <TextInput {...ties} {...form.control("name")} maxLength={TEAM_NAME_MAX_LENGTH} required />
          )}
        </Field>
        <FormProblem problem={rename.error} />
      </form>
    </Dialog>
  );
}
