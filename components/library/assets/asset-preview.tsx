"use client";

import { useTranslations } from "use-intl/react";
import { assetUrl } from "#lib/client/assets.ts";
import type { Asset } from "#lib/contract/assets.ts";
import { AssetFace } from "../pick/asset-face.tsx";

const FRAME = "h-auto max-h-[56dvh] w-full rounded-lg bg-stage object-contain";

/** The file itself, to be looked at, watched or heard. */
export function AssetPreview({ asset }: { asset: Asset }) {
  const t = useTranslations("library.assets");
  const { id, mime, name } = asset;
  const size = { width: asset.widthPx ?? undefined, height: asset.heightPx ?? undefined };
  if (mime.startsWith("image/"))
    return (
      // biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer
      <img src={assetUrl(id, "content")} alt={name} {...size} className={FRAME} />
    );
  if (mime.startsWith("audio/"))
    return (
      <div className="flex flex-col gap-3">
        <AssetFace asset={asset} className="aspect-video w-full rounded-lg" />
        {/* biome-ignore lint/a11y/useMediaCaption: nobody has written captions for what people bring */}
        <audio
          src={assetUrl(id, "content")}
          controls
          preload="metadata"
          aria-label={t("play")}
          className="w-full"
        />
      </div>
    );
  return (
    <video
      src={assetUrl(id, "content")}
      {...(asset.hasPoster && { poster: assetUrl(id, "poster") })}
      {...size}
      controls
      loop
      playsInline
      preload="metadata"
      aria-label={t("play")}
      className={FRAME}
    />
  );
}
