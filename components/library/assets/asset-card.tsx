"use client";

import { RelativeTime } from "#components/ui/task/relative-time.tsx";
import type { Asset } from "#lib/contract/assets.ts";
import { AssetFace } from "../pick/asset-face.tsx";
import { useFileFacts } from "../use-file-facts.ts";
import { LengthBadge } from "./length-badge.tsx";

type Props = {
  asset: Asset;
  madeBy: string | null;
  isActive: boolean;
  onActivate: (assetId: string) => void;
  onOpen: () => void;
};

/** One file: what it looks like, what it is called, and what it is in figures. */
export function AssetCard({ asset, madeBy, isActive, onActivate, onOpen }: Props) {
  const facts = useFileFacts();
  return (
    <button
      type="button"
      data-card={asset.id}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => onActivate(asset.id)}
      onClick={onOpen}
      className="group block w-full rounded-lg text-left outline-offset-4"
    >
      <span className="relative block">
        <AssetFace
          asset={asset}
          isWhole
          className="aspect-square w-full rounded-lg border border-line transition-colors group-hover:border-line-strong"
        />
        <LengthBadge asset={asset} />
      </span>
      <span className="mt-2 block truncate text-sm">{asset.name}</span>
      <span className="block truncate text-muted text-xs tabular-nums">{facts(asset).join(" · ")}</span>
      <span className="block truncate text-faint text-xs">
        <RelativeTime iso={asset.createdAt} />
        {madeBy !== null && ` · ${madeBy}`}
      </span>
    </button>
  );
}
