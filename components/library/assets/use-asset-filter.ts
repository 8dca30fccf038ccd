"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { withQuery } from "#lib/client/api.ts";
import type { AssetFilter } from "#lib/client/asset-library.ts";

const TYPES = ["image", "video", "audio"] as const satisfies readonly AssetFilter["type"][];
const ORIGINS = ["upload", "output"] as const satisfies readonly AssetFilter["origin"][];

/** The filter lives in the address, so that a reload, a bookmark and the back button keep it. */
export function useAssetFilter() {
  const params = useSearchParams();
  const pathname = usePathname();
  const filter = useMemo((): AssetFilter => {
    const type = TYPES.find((known) => known === params.get("type"));
    const origin = ORIGINS.find((known) => known === params.get("origin"));
    const search = (params.get("search") ?? "").trim().slice(0, 200);
    return { ...(type && { type }), ...(origin && { origin }), ...(search !== "" && { search }) };
  }, [params]);
  const change = (next: AssetFilter) => history.replaceState(null, "", withQuery(pathname, next));
  return { filter, change };
}
