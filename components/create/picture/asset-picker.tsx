"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Images } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { lastFrameOf } from "#components/intake/picture/frame-of-video.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { showToast } from "#components/ui/show-toast.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { assetListQuery, assetUrl } from "#lib/client/assets.ts";
import type { Asset } from "#lib/contract/assets.ts";
import type { ImageSize } from "#lib/kling/output.ts";

type Props = {
  onPicked: (asset: { id: string; size: ImageSize | null }) => void;
  /** A frame taken out of an earlier clip; it is stored like any other file. */
  onFile: (file: File) => void;
  onClose: () => void;
};

const ORIGINS = ["upload", "output"] as const;
type Origin = (typeof ORIGINS)[number];

/** The team's earlier pictures, and the last frames of its clips. */
export function AssetPicker({ onPicked, onFile, onClose }: Props) {
  const t = useTranslations("create.picker");
  const [origin, setOrigin] = useState<Origin>("upload");
  const pick = async (asset: Asset) => {
    onClose();
    if (asset.origin === "upload") return onPicked({ id: asset.id, size: sizeOf(asset) });
    try {
      onFile(await lastFrameOf(assetUrl(asset.id, "content"), asset.name));
    } catch {
      // The browser cannot play this clip; it gives no reason that would help a person.
      showToast({ title: t("frameFailed"), tone: "danger" });
    }
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} size="lg">
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
      <AssetGrid key={origin} origin={origin} onPick={pick} />
    </Dialog>
  );
}

function AssetGrid({ origin, onPick }: { origin: Origin; onPick: (asset: Asset) => void }) {
  const t = useTranslations("create.picker");
  const list = useInfiniteQuery(assetListQuery({ origin, type: origin === "upload" ? "image" : "video" }));
  if (list.isError) return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  const assets = list.data?.pages.flatMap((page) => page.assets) ?? [];
  if (list.isSuccess && assets.length === 0) {
    return <EmptyState icon={<Images />} title={t(`empty.${origin}`)} className="min-h-64" />;
  }
  return (
    <>
      <ul className="grid min-h-64 grid-cols-3 content-start gap-2 sm:grid-cols-4">
        {list.isPending && PLACES.map((place) => <Skeleton key={place} className="aspect-square" />)}
        {assets.map((asset) => (
          <li key={asset.id}>
            <button
              type="button"
              aria-label={asset.name}
              data-tooltip={asset.name}
              onClick={() => onPick(asset)}
              className="block aspect-square w-full overflow-hidden rounded-md bg-stage transition-opacity hover:opacity-80"
            >
              {/* biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer */}
              <img
                src={assetUrl(asset.id, "poster")}
                alt=""
                loading="lazy"
                className="size-full object-cover"
              />
            </button>
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

const PLACES = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;

function sizeOf({ widthPx, heightPx }: Asset): ImageSize | null {
  return widthPx === null || heightPx === null ? null : { widthPx, heightPx };
}
