"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { renameAssetMutation } from "#lib/client/asset-library.ts";
import type { Asset } from "#lib/contract/assets.ts";

const MAX_CHARACTERS = 200;

export function RenameAsset({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const t = useTranslations("library.assets");
  const common = useTranslations("common");
  const [name, setName] = useState(asset.name);
  const formId = useId();
  const rename = useMutation(renameAssetMutation());
  const isUsable = name.trim() !== "";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("renameTitle")}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" type="submit" form={formId} busy={rename.isPending} disabled={!isUsable}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate({ id: asset.id, name: name.trim() }, { onSuccess: onClose });
        }}
      >
        <FormProblem problem={rename.error} />
        <Field label={t("name")}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={MAX_CHARACTERS}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
