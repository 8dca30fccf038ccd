"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { Select } from "#components/ui/select.tsx";
import { showToast } from "#components/ui/show-toast.ts";
import { useLookupProblem } from "#components/ui/task/use-lookup-problem.ts";
import { TextInput } from "#components/ui/text-input.tsx";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { useWords } from "#components/ui/use-words.ts";
import { adoptTaskMutation } from "#lib/client/task-decisions.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";
import { TASK_KINDS, type TaskKind } from "#lib/kling/task-kinds.ts";

/** An account of the team on which tasks may have been made elsewhere. */
export type Account = { readonly id: string; readonly name: string };

type Props = { open: boolean; onClose: () => void; accounts: readonly Account[] };

/** Kinds that leave no files of their own, or are answered at once. */
const NOT_ADOPTABLE: readonly TaskKind[] = [
  "identify-face",
  "init-selection",
  "tts",
  "image-recognize",
  "custom-elements",
  "advanced-custom-elements",
  "custom-voices",
];

/** Takes over a task that was made elsewhere on one of the team's accounts, by its id. */
export function AdoptDialog({ open, onClose, accounts }: Props) {
  const t = useTranslations("gallery.adopt");
  const words = useWords();
  const formId = useId();
  const common = useTranslations("common");
  const [kind, setKind] = useState<TaskKind>("text2video");
  const [connectionId, setConnectionId] = useState(accounts[0]?.id ?? "");
  const [isExternal, setIsExternal] = useState(false);
  const adopt = useMutation(adoptTaskMutation());
  const lookupText = useLookupProblem();
  const form = useFormFields({
    initial: { id: "", name: "" },
    check: ({ id }) => ({ id: id.trim() === "" ? t("idNeeded") : undefined }),
  });
  const send = ({ id, name }: typeof form.values) => {
    const wanted = id.trim();
    const named = isExternal ? { externalTaskId: wanted } : { upstreamTaskId: wanted };
    const title = name.trim();
    adopt.mutate(
      { kind, connectionId, ...named, ...(title !== "" && { name: title }) },
      {
        onSuccess() {
          showToast({ tone: "success", title: t("done") });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title")}
      description={t("text")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" type="submit" form={formId} busy={adopt.isPending}>
            {t("take")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="flex flex-col gap-4 py-2" onSubmit={form.onSubmit(send)}>
        <Field label={t("account")}>
          {(control) => (
            <Select
              {...control}
              value={connectionId}
              onValueChange={setConnectionId}
              options={accounts.map(({ id: value, name: label }) => ({ value, label }))}
            />
          )}
        </Field>
        <Field label={t("kind")}>
          {(control) => (
            <Select
              {...control}
              value={kind}
              onValueChange={setKind}
              options={TASK_KINDS.filter((it) => !NOT_ADOPTABLE.includes(it)).map((value) => ({
                value,
                label: words(TASK_KIND_NAMES[value]),
              }))}
            />
          )}
        </Field>
        <Field label={t("by")}>
          {(control) => (
            <Select
              {...control}
              value={isExternal ? "external" : "upstream"}
              onValueChange={(by) => setIsExternal(by === "external")}
              options={[
                { value: "upstream", label: t("byUpstream") },
                { value: "external", label: t("byExternal") },
              ]}
            />
          )}
        </Field>
        <Field label={t("id")} error={form.error("id")}>
          {(ties) => (
            <TextInput
              {...ties}
              {...form.control("id")}
              maxLength={128}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Field label={t("name")} hint={t("nameHint")} optional>
          {(ties) => <TextInput {...ties} {...form.control("name")} maxLength={200} />}
        </Field>
        <FormProblem problem={adopt.error} override={lookupText(adopt.error)} />
      </form>
    </Dialog>
  );
}
