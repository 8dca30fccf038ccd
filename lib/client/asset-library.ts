import { infiniteQueryOptions, mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ASSET_TYPES, Asset, AssetList, AssetUses } from "#lib/contract/assets.ts";
import { callApi } from "./api.ts";
import { assetListKey } from "./assets.ts";

export type AssetType = (typeof ASSET_TYPES)[number];

export type AssetFilter = {
  readonly type?: AssetType | undefined;
  readonly origin?: Exclude<Asset["origin"], "mask"> | undefined;
  /** A part of the name. */
  readonly search?: string | undefined;
};

const PAGE_SIZE = 60;

/** The team's files that match, newest first, page by page. */
export const assetLibraryQuery = (filter: AssetFilter) =>
  infiniteQueryOptions({
    queryKey: [...assetListKey, "library", filter],
    queryFn: ({ pageParam, signal }) =>
      callApi<AssetList>("GET", "/api/assets", {
        query: { ...filter, cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: null as string | null, // widened: the first page has no cursor
    getNextPageParam: (page) => page.nextCursor,
  });

const USES = "uses";

/** What refers to a file. Asked each time it is looked at: tasks come and go. */
export const assetUsesQuery = (assetId: string) =>
  queryOptions({
    queryKey: [...assetListKey, USES, assetId],
    queryFn: ({ signal }) => callApi<AssetUses>("GET", `/api/assets/${assetId}/uses`, { signal }),
    staleTime: 0,
  });

export const renameAssetMutation = () =>
  mutationOptions({
    mutationKey: ["assets", "rename"],
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      callApi<Asset>("PATCH", `/api/assets/${id}`, { body: { name } }),
    onSettled: (_asset, _error, _given, _result, { client }) =>
      client.invalidateQueries({ queryKey: assetListKey }),
  });

/** Who uses a file that is gone is not asked again. */
const LISTS = {
  queryKey: assetListKey,
  predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey[1] !== USES,
};

/** `isForced`: also one that tasks refer to, which somebody was told. */
export const deleteAssetMutation = () =>
  mutationOptions({
    mutationKey: ["assets", "delete"],
    mutationFn: ({ id, isForced }: { id: string; isForced: boolean }) =>
      callApi("DELETE", `/api/assets/${id}`, { query: { force: isForced } }),
    onSettled: (_nothing, _error, _given, _result, { client }) => client.invalidateQueries(LISTS),
  });

export const restoreAssetMutation = () =>
  mutationOptions({
    mutationKey: ["assets", "restore"],
    mutationFn: (id: string) => callApi<Asset>("POST", `/api/assets/${id}/restore`),
    onSettled: (_asset, _error, _id, _result, { client }) =>
      client.invalidateQueries({ queryKey: assetListKey }),
  });
