"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import { AssetWave } from "../asset-wave.tsx";
import { useFileWords } from "../use-file-words.ts";
import type { StoredFile } from "./file-slot-props.ts";

/** A file that is stored: what it looks or sounds like, and what it is called. */
export function FilledSlot({ asset, onRemove }: { asset: StoredFile; onRemove: () => void }) {
  const t = useTranslations("intake.slot");
  const words = useFileWords();
  return (
    <div className="flex min-w-0 flex-col">
      <AssetFace asset={asset} />
      <div className="flex items-center gap-2 py-1 pr-1 pl-3">
        <div className="min-w-0 flex-1">
          <p className="truncate text-sm font-medium">{asset.name}</p>
          <p className="text-xs text-muted tabular-nums">{words.facts(asset)}</p>
        </div>
        <IconButton label={t("remove", { name: asset.name })} onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

/** A sound is seen as its wave form, a film plays, a picture is there. */
function AssetFace({ asset }: { asset: StoredFile }) {
  const source = assetUrl(asset.id, "content");
  if (asset.mime.startsWith("audio/"))
    return (
      <div className="flex flex-col gap-1 px-3 pt-3">
        <div className="h-14 rounded-md bg-stage px-1">
          <AssetWave assetId={asset.id} />
        </div>
        {/* biome-ignore lint/a11y/useMediaCaption: people's own sounds have no captions */}
        <audio src={source} controls preload="none" aria-label={asset.name} className="h-11 w-full" />
      </div>
    );
  if (asset.mime.startsWith("video/"))
    return (
      // biome-ignore lint/a11y/useMediaCaption: people's own films have no captions
      <video
        src={source}
        poster={asset.hasPoster !== false ? assetUrl(asset.id, "poster") : undefined}
        controls
        playsInline
        preload="none"
        aria-label={asset.name}
        className="max-h-64 w-full bg-stage object-contain"
      />
    );
  return (
    // biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer
    <img src={source} alt={asset.name} className="max-h-64 w-full bg-stage object-contain" />
  );
}
