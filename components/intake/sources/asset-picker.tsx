"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { FileAudio, FolderOpen } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { type AssetFilter, assetListQuery, assetUrl } from "#lib/client/assets.ts";
import type { Asset } from "#lib/contract/assets.ts";
import { useFileWords } from "../use-file-words.ts";

const ORIGINS = ["upload", "output"] as const;

type Props = {
  type: NonNullable<AssetFilter["type"]>;
  onPicked: (asset: Asset) => void;
  onClose: () => void;
};

/** The team's files of one type: brought by people, or made by tasks. */
export function AssetPicker({ type, onPicked, onClose }: Props) {
  const t = useTranslations("intake.picker");
  const [origin, setOrigin] = useState<(typeof ORIGINS)[number]>("upload");
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} size="lg">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <OptionChips
          label={t("origin")}
          hideLabel
          options={ORIGINS.map((value) => ({
            value,
            label: t(`origins.${value}`),
            state: value === origin ? "selected" : "available",
          }))}
          onSelect={setOrigin}
        />
        <TextInput
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          className="sm:w-56"
        />
      </div>
      <AssetGrid filter={{ type, origin, ...(wanted !== "" && { search: wanted }) }} onPick={onPicked} />
    </Dialog>
  );
}

function AssetGrid({ filter, onPick }: { filter: AssetFilter; onPick: (asset: Asset) => void }) {
  const t = useTranslations("intake.picker");
  const list = useInfiniteQuery(assetListQuery(filter));
  if (list.isError) return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  const assets = list.data?.pages.flatMap((page) => page.assets) ?? [];
  if (list.isSuccess && assets.length === 0)
    return <EmptyState icon={<FolderOpen />} title={t("empty")} className="min-h-64" />;
  return (
    <>
      <ul className="grid min-h-64 grid-cols-2 content-start gap-2 sm:grid-cols-4">
        {list.isPending && PLACES.map((place) => <Skeleton key={place} className="aspect-square" />)}
        {assets.map((asset) => (
          <AssetTile key={asset.id} asset={asset} onPick={() => onPick(asset)} />
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
  const words = useFileWords();
  return (
    <li>
      <button
        type="button"
        onClick={onPick}
        className="flex w-full min-w-0 flex-col overflow-hidden rounded-md border border-line text-left transition-colors hover:bg-hover"
      >
        <span className="flex aspect-video w-full items-center justify-center bg-stage">
          {asset.hasPoster ? (
            // biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer
            <img
              src={assetUrl(asset.id, "poster")}
              alt=""
              loading="lazy"
              className="size-full object-cover"
            />
          ) : (
            <FileAudio aria-hidden className="size-6 text-faint" />
          )}
        </span>
        <span className="min-w-0 px-2 py-1.5">
          <span className="block truncate text-sm">{asset.name}</span>
          <span className="block text-xs text-muted tabular-nums">{words.facts(asset)}</span>
        </span>
      </button>
    </li>
  );
}

const PLACES = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;
