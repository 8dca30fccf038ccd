"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { AssetType } from "#lib/client/asset-library.ts";
import type { Asset } from "#lib/contract/assets.ts";
import type { MediaLimit } from "#lib/kling/media-limits.ts";
import { AssetFace } from "./asset-face.tsx";
import { AssetPickDialog } from "./asset-pick-dialog.tsx";

type Props = {
  label: string;
  asset: Asset | null;
  types: readonly AssetType[];
  limit: MediaLimit;
  onChange: (asset: Asset | null) => void;
  /** A word below the label, e.g. that it is optional. */
  note?: string | undefined;
  className?: string;
};

/** A place for one file: empty it asks for one, filled it shows it. */
export function FileSlot({ label, asset, types, limit, onChange, note, className }: Props) {
  const t = useTranslations("library.pick");
  const [isPicking, setPicking] = useState(false);
  const asks = [t("choose", { field: label }), note].filter(Boolean).join(" ");
  return (
    <div className={classNames("relative", className)}>
      <button
        type="button"
        onClick={() => setPicking(true)}
        aria-label={asset ? t("replace", { field: label, name: asset.name }) : asks}
        className={classNames(
          "flex aspect-square w-full flex-col items-center justify-center gap-1 overflow-hidden rounded-lg border p-2 text-center transition-colors",
          asset
            ? "border-line bg-stage p-0"
            : "border-edge border-dashed bg-sunken text-muted hover:bg-hover hover:text-text",
        )}
      >
        {asset ? (
          <AssetFace asset={asset} isWhole className="size-full" />
        ) : (
          <>
            <Plus aria-hidden className="size-5" />
            <span className="text-xs leading-tight">{label}</span>{" "}
            {note && <span className="text-faint text-xs leading-tight">{note}</span>}
          </>
        )}
      </button>
      {asset && (
        <IconButton
          label={t("clear", { field: label })}
          variant="overlay"
          onClick={() => onChange(null)}
          className="absolute top-1 right-1"
        >
          <X aria-hidden />
        </IconButton>
      )}
      {isPicking && (
        <AssetPickDialog
          title={t("title", { field: label })}
          types={types}
          limit={limit}
          onPick={onChange}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}
