"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { FolderSearch } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { type AssetFilter, type AssetType, assetLibraryQuery } from "#lib/client/asset-library.ts";
import type { Asset } from "#lib/contract/assets.ts";
import type { MediaLimit } from "#lib/kling/media-limits.ts";
import { AssetChoice } from "./asset-choice.tsx";
import { UploadPicture } from "./upload-picture.tsx";

type Props = {
  title: string;
  /** Kinds of files that the field takes. */
  types: readonly AssetType[];
  limit: MediaLimit;
  onPick: (asset: Asset) => void;
  onClose: () => void;
};

/** One of the team's files for a field; those that do not fit stay in sight and say why. */
export function AssetPickDialog({ title, types, limit, onPick, onClose }: Props) {
  const t = useTranslations("library.pick");
  const [type, setType] = useState<AssetType | undefined>(types[0]);
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const pick = (asset: Asset) => {
    onPick(asset);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} size="lg">
      <div className="mb-4 flex flex-wrap gap-2">
        <SearchInput label={t("search")} value={search} onSearch={setSearch} className="min-w-40 flex-1" />
        {types.includes("image") && <UploadPicture onStored={pick} />}
      </div>
      {types.length > 1 && (
        <OptionChips
          label={t("type")}
          hideLabel
          options={types.map((value) => ({
            value,
            label: t(`types.${value}`),
            state: value === type ? "selected" : "available",
          }))}
          onSelect={setType}
          className="mb-4"
        />
      )}
      <Choices filter={{ type, search: wanted }} limit={limit} onPick={pick} />
    </Dialog>
  );
}

type ChoicesProps = { filter: AssetFilter; limit: MediaLimit; onPick: (asset: Asset) => void };

function Choices({ filter, limit, onPick }: ChoicesProps) {
  const t = useTranslations("library.pick");
  const list = useInfiniteQuery(assetLibraryQuery(filter));
  if (list.isError) return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  const assets = list.data?.pages.flatMap((page) => page.assets) ?? [];
  if (list.isSuccess && assets.length === 0)
    return <EmptyState icon={<FolderSearch />} title={t("none")} text={t("noneText")} className="min-h-64" />;
  return (
    <>
      <ul className="grid min-h-64 grid-cols-2 content-start gap-3 sm:grid-cols-4">
        {list.isPending && PLACES.map((place) => <Skeleton key={place} className="aspect-square" />)}
        {assets.map((asset) => (
          <li key={asset.id}>
            <AssetChoice asset={asset} limit={limit} onPick={() => onPick(asset)} />
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

const PLACES = ["a", "b", "c", "d"] as const;
