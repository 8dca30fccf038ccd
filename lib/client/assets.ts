import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { ASSET_TYPES, Asset, AssetList } from "#lib/contract/assets.ts";
import { callApi } from "./api.ts";

const PAGE_SIZE = 40;

export type AssetVariant = "content" | "poster" | "preview" | "download";

/** Where the bytes of a file are; for `src` and `href`. */
export function assetUrl(assetId: string, variant: AssetVariant): string {
  return `/api/assets/${assetId}/${variant}`;
}

/** The bytes at an `assetUrl`, for code that reads them itself. */
export async function fetchAsset(url: string, signal?: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { signal: signal ?? null });
  if (!response.ok) throw new Error(`the file was answered with ${response.status}`);
  return response.blob();
}

/** The bytes themselves, for what is computed from them here. A file never changes, and is not kept in memory for long. */
export function assetBytesQuery(assetId: string) {
  return queryOptions({
    queryKey: [...assetListKey, assetId, "bytes"],
    queryFn: ({ signal }) => fetchAsset(assetUrl(assetId, "content"), signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
  });
}

export type Upload = {
  readonly file: Blob;
  readonly name: string;
  /** Share that has left this device, 0..1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

/** Stores a picture with the team. The same bytes twice give the same asset, so a repeat is harmless. */
export function uploadAsset({ file, name, onProgress, signal }: Upload): Promise<Asset> {
  return callApi<Asset>("POST", "/api/assets", {
    query: { name: name.slice(0, MAX_NAME_CHARACTERS) },
    bytes: file,
    onUploadProgress: onProgress,
    signal,
  });
}

/** The limit of `uploadAssetOperation`. */
const MAX_NAME_CHARACTERS = 200;

export const assetListKey = ["assets"] as const;

/** One file of the team. */
export function findAsset(assetId: string): Promise<Asset> {
  return callApi<Asset>("GET", `/api/assets/${assetId}`);
}

export type AssetFilter = {
  readonly origin?: Asset["origin"];
  readonly type?: (typeof ASSET_TYPES)[number];
  /** A part of the name. */
  readonly search?: string;
};

/** The team's files of one kind, newest first, page by page. */
export function assetListQuery(filter: AssetFilter) {
  return infiniteQueryOptions({
    queryKey: [...assetListKey, filter],
    queryFn: ({ pageParam, signal }) =>
      callApi<AssetList>("GET", "/api/assets", {
        query: { ...filter, cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: null as string | null, // widened: the first page has no cursor
    getNextPageParam: (page) => page.nextCursor,
  });
}
