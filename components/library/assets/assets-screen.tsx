"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { FolderOpen, SearchX } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { type AssetFilter, assetLibraryQuery } from "#lib/client/asset-library.ts";
import { membersQuery } from "#lib/client/team.ts";
import type { Asset } from "#lib/contract/assets.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { LibraryFrame } from "../library-frame.tsx";
import { UploadPicture } from "../pick/upload-picture.tsx";
import { AssetDialog } from "./asset-dialog.tsx";
import { AssetFilters } from "./asset-filters.tsx";
import { AssetGrid } from "./asset-grid.tsx";
import { AssetSkeleton } from "./asset-skeleton.tsx";
import { useAssetFilter } from "./use-asset-filter.ts";

/** All files of the team: what was brought and what came out. */
export function AssetsScreen({ principal }: { principal: Principal & { kind: "member" } }) {
  const t = useTranslations("library.assets");
  const { filter, change } = useAssetFilter();
  const [opened, setOpened] = useState<Asset | null>(null);
  const query = useInfiniteQuery(assetLibraryQuery(filter));
  const { fetchNextPage } = query;
  const loadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const nameOf = useNames();
  const assets = query.data?.pages.flatMap((page) => page.assets) ?? [];
  const mayUpload = can(principal, "asset.upload");
  return (
    <LibraryFrame
      title={t("title")}
      text={t("text")}
      actions={mayUpload && <UploadPicture onStored={setOpened} />}
    >
      <AssetFilters filter={filter} onChange={change} />
      {query.isPending && <AssetSkeleton />}
      {query.isError && assets.length === 0 && (
        <ErrorState problem={query.error} title={t("loadFailed")} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && assets.length === 0 && <Nothing filter={filter} onClear={() => change({})} />}
      {assets.length > 0 && (
        <AssetGrid
          key={JSON.stringify(filter)}
          assets={assets}
          nameOf={nameOf}
          hasMore={query.hasNextPage}
          isLoadingMore={query.isFetchingNextPage}
          onWantMore={loadMore}
          onOpen={setOpened}
        />
      )}
      {query.isFetchNextPageError && (
        <ErrorState problem={query.error} title={t("moreFailed")} onRetry={loadMore} />
      )}
      {assets.length > 0 && !query.hasNextPage && (
        <p className="pt-4 text-center text-faint text-xs">{t("end")}</p>
      )}
      {opened !== null && (
        <AssetDialog
          key={opened.id}
          asset={assets.find(({ id }) => id === opened.id) ?? opened}
          madeBy={nameOf(opened.createdById)}
          principal={principal}
          onClose={() => setOpened(null)}
        />
      )}
    </LibraryFrame>
  );
}

function Nothing({ filter, onClear }: { filter: AssetFilter; onClear: () => void }) {
  const t = useTranslations("library.assets");
  if (Object.keys(filter).length === 0)
    return <EmptyState icon={<FolderOpen />} title={t("empty")} text={t("emptyText")} />;
  return (
    <EmptyState icon={<SearchX />} title={t("none")} text={t("noneText")}>
      <Button onClick={onClear}>{t("clear")}</Button>
    </EmptyState>
  );
}

/** Names of the team's members; somebody who has left has none. */
function useNames(): (userId: string | null) => string | null {
  const { data: members = [] } = useQuery(membersQuery());
  return (userId) => members.find((member) => member.userId === userId)?.name ?? null;
}
