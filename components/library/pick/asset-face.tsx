"use client";

import { AudioLines, Film, ImageIcon } from "lucide-react";
import { classNames } from "#components/ui/class-names.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { Asset } from "#lib/contract/assets.ts";

type Props = { asset: Pick<Asset, "id" | "mime" | "hasPoster">; className?: string; isWhole?: boolean };

/** What a file looks like at a glance; a sound, and a film without a still, show a sign of their kind. */
export function AssetFace({ asset, className, isWhole }: Props) {
  const Icon = asset.mime.startsWith("audio/")
    ? AudioLines
    : asset.mime.startsWith("video/")
      ? Film
      : ImageIcon;
  return (
    <span
      className={classNames(
        "relative flex items-center justify-center overflow-hidden bg-stage text-faint",
        className,
      )}
    >
      <Icon aria-hidden className="size-7" />
      {asset.hasPoster && (
        // biome-ignore lint/performance/noImgElement: stills are made to size; people's own pictures never pass through the optimizer
        <img
          src={assetUrl(asset.id, "poster")}
          alt=""
          loading="lazy"
          decoding="async"
          className={classNames(
            "absolute inset-0 size-full bg-stage",
            isWhole ? "object-contain" : "object-cover",
          )}
        />
      )}
    </span>
  );
}
