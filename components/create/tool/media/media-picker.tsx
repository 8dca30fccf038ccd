"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Images, Music } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { assetListQuery, assetUrl } from "#lib/client/assets.ts";
import type { Asset } from "#lib/contract/assets.ts";
import type { MediaType } from "#lib/kling/forms/field.ts";

type Props = { media: MediaType; onPicked: (asset: Asset) => void; onClose: () => void };

const ORIGINS = ["upload", "output"] as const;
type Origin = (typeof ORIGINS)[number];

/** The team's files of one type: what was uploaded, and what was made here. */
export function MediaPicker({ media, onPicked, onClose }: Props) {
  const t = useTranslations("create.media");
  const [origin, setOrigin] = useState<Origin>("upload");
  const pick = (asset: Asset) => {
    onPicked(asset);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t(`title.${media}`)} size="lg">
      <OptionChips
        label={t("origin")}
        hideLabel
        options={ORIGINS.map((value) => ({
          value,
          label: t(`origins.${value}`),
          state: value === origin ? "selected" : "available",
        }))}
        onSelect={setOrigin}
        className="mb-4"
      />
      <Grid key={origin} origin={origin} media={media} onPick={pick} />
    </Dialog>
  );
}

type GridProps = { origin: Origin; media: MediaType; onPick: (asset: Asset) => void };

function Grid({ origin, media, onPick }: GridProps) {
  const t = useTranslations("create.media");
  const list = useInfiniteQuery(assetListQuery({ origin, type: media }));
  if (list.isError) return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  const assets = list.data?.pages.flatMap((page) => page.assets) ?? [];
  if (list.isSuccess && assets.length === 0) {
    return <EmptyState icon={<Images />} title={t(`empty.${media}`)} className="min-h-64" />;
  }
  return (
    <>
      <ul className="grid min-h-64 grid-cols-2 content-start gap-2 sm:grid-cols-4">
        {list.isPending && PLACES.map((place) => <Skeleton key={place} className="aspect-square" />)}
        {assets.map((asset) => (
          <li key={asset.id}>
            <AssetTile asset={asset} onPick={() => onPick(asset)} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          className="mt-4 w-full"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </>
  );
}

function AssetTile({ asset, onPick }: { asset: Asset; onPick: () => void }) {
  const t = useTranslations("create.tool");
  const { id, name, hasPoster, durationSeconds } = asset;
  return (
    <button
      type="button"
      aria-label={name}
      data-tooltip={name}
      onClick={onPick}
      className="relative flex aspect-square w-full items-center justify-center overflow-hidden rounded-md bg-stage transition-opacity hover:opacity-80"
    >
      {hasPoster ? (
        // biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer
        <img src={assetUrl(id, "poster")} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        <Music aria-hidden className="size-6 text-muted" />
      )}
      <span
        aria-hidden
        className="absolute inset-x-1 bottom-1 flex justify-between gap-2 rounded-sm bg-black/60 px-1.5 py-0.5 text-left text-xs text-white"
      >
        <span className="truncate">{name}</span>
        {durationSeconds !== null && (
          <span className="shrink-0 tabular-nums">
            {t("seconds", { seconds: Math.round(durationSeconds * 10) / 10 })}
          </span>
        )}
      </span>
    </button>
  );
}

const PLACES = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;
