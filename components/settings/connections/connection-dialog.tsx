"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import {
  createConnectionMutation,
  testConnectionMutation,
  updateConnectionMutation,
} from "#lib/client/connections.ts";
import type { Connection } from "#lib/contract/connections.ts";
import { ConnectionFields } from "./connection-fields.tsx";
import { changeOf, credentialOf, newConnectionOf, reachOf } from "./connection-form.ts";
import { useConnectionForm } from "./use-connection-form.ts";

/** What a test needs. */
const REACH_FIELDS = ["baseUrl", "key", "accessKey", "secretKey"] as const;

type Props = {
  /** Undefined: a new one. */
  connection?: Connection;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Adds a connection, or changes one; each opening begins afresh. */
export function ConnectionDialog(props: Props) {
  const [opening, setOpening] = useState(0);
  return <OneOpening key={opening} {...props} onClosed={() => setOpening((count) => count + 1)} />;
}

function OneOpening({ connection, open, onOpenChange, onClosed }: Props & { onClosed: () => void }) {
  const t = useTranslations("connections.form");
  const common = useTranslations("common");
  const formId = useId();
  const state = useConnectionForm(connection);
  const { form, choices } = state;
  const test = useMutation({ ...testConnectionMutation(), onError: (problem) => void state.refuse(problem) });
  const ending = {
    onSuccess: () => onOpenChange(false),
    onError: (problem: unknown) => void state.refuse(problem),
  };
  const create = useMutation(createConnectionMutation());
  const update = useMutation(updateConnectionMutation());
  const filled = (texts: typeof form.values) => ({ texts, choices });
  const isTestable = choices.preset !== "sandbox" && credentialOf(filled(form.values)) !== null;
  const send = (texts: typeof form.values) => {
    if (connection === undefined) create.mutate(newConnectionOf(filled(texts)), ending);
    else update.mutate({ id: connection.id, change: changeOf(filled(texts), connection) }, ending);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      onClosed={onClosed}
      title={connection ? t("editTitle", { name: connection.name }) : t("addTitle")}
      footer={
        <>
          {isTestable && (
            <Button
              form={formId}
              busy={test.isPending}
              onClick={form.onPress(REACH_FIELDS, (texts) => test.mutate(reachOf(filled(texts))))}
            >
              {t("test")}
            </Button>
          )}
          <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={create.isPending || update.isPending}>
            {connection ? t("save") : t("create")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={form.onSubmit(send)} className="flex flex-col gap-5">
        <ConnectionFields
          connection={connection}
          state={state}
          test={test}
          problem={create.error ?? update.error}
        />
      </form>
    </Dialog>
  );
}
