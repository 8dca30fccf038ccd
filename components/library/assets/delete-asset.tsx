"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { assetUsesQuery, deleteAssetMutation, restoreAssetMutation } from "#lib/client/asset-library.ts";
import type { Asset } from "#lib/contract/assets.ts";

type Props = { asset: Asset; onClose: () => void; onDeleted: () => void };

/** Asks before a file goes, with what would notice; afterwards it can be taken back for a while. */
export function DeleteAsset({ asset, onClose, onDeleted }: Props) {
  const t = useTranslations("library.assets");
  const common = useTranslations("common");
  const problemText = useProblemText();
  const { data: uses } = useQuery(assetUsesQuery(asset.id));
  const restore = useMutation(restoreAssetMutation());
  const remove = useMutation(deleteAssetMutation());
  const tell = (title: string) => (problem: unknown) =>
    showToast({ tone: "danger", title, description: problemText(problem).line });
  const sayDeleted = () =>
    showToast({
      title: t("deleted", { name: asset.name }),
      action: {
        label: t("undo"),
        // The screen that asked is gone by then: what follows hangs on the call, not on the component.
        onPress: () => void restore.mutateAsync(asset.id).catch(tell(t("undoFailed"))),
      },
    });
  const confirm = async () => {
    try {
      await remove.mutateAsync({ id: asset.id, isForced: used > 0 });
      onDeleted();
      sayDeleted();
    } catch (problem) {
      onClose();
      tell(t("deleteFailed"))(problem);
    }
  };
  if (uses !== undefined && uses.unfinishedCount > 0)
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={t("neededTitle")}
        description={t("neededText", { count: uses.unfinishedCount })}
        size="sm"
        footer={<Button onClick={onClose}>{common("close")}</Button>}
      />
    );
  const used = uses === undefined ? 0 : uses.taskCount + uses.elementCount;
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={(open) => !open && onClose()}
      title={t("deleteTitle")}
      description={used === 0 ? t("deleteText") : t("deleteUsed", { count: used })}
      confirmLabel={t("delete")}
      busy={remove.isPending || uses === undefined}
      onConfirm={() => void confirm()}
    />
  );
}
