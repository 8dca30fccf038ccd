"use client";

import { Download, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import type { Asset } from "#lib/contract/assets.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { AssetFacts } from "./asset-facts.tsx";
import { AssetPreview } from "./asset-preview.tsx";
import { AssetTools } from "./asset-tools.tsx";
import { AssetUses } from "./asset-uses.tsx";
import { DeleteAsset } from "./delete-asset.tsx";
import { RenameAsset } from "./rename-asset.tsx";

type Props = {
  asset: Asset;
  madeBy: string | null;
  principal: Principal & { kind: "member" };
  onClose: () => void;
};

/** Everything about one file, and everything that can be done with it. */
export function AssetDialog({ asset, madeBy, principal, onClose }: Props) {
  const t = useTranslations("library.assets");
  const [work, setWork] = useState<"look" | "rename" | "delete">("look");
  const owned = { ownerId: asset.createdById };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={asset.name}
      size="lg"
      footer={
        <>
          {can(principal, "asset.delete", owned) && (
            <Button variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => setWork("delete")}>
              {t("delete")}
            </Button>
          )}
          {can(principal, "asset.rename", owned) && (
            <Button icon={<Pencil aria-hidden />} onClick={() => setWork("rename")}>
              {t("rename")}
            </Button>
          )}
          <a href={assetUrl(asset.id, "download")} download className={buttonStyle()}>
            <Download aria-hidden />
            {t("download")}
          </a>
        </>
      }
    >
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <AssetPreview asset={asset} />
          <AssetTools asset={asset} />
        </div>
        <div className="min-w-0">
          <AssetFacts asset={asset} madeBy={madeBy} />
          <AssetUses assetId={asset.id} />
        </div>
      </div>
      {work === "rename" && <RenameAsset asset={asset} onClose={() => setWork("look")} />}
      {work === "delete" && <DeleteAsset asset={asset} onClose={() => setWork("look")} onDeleted={onClose} />}
    </Dialog>
  );
}
