"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { withQuery } from "#lib/client/api.ts";
import { EFFECT_THEMES } from "#lib/kling/effect-names.ts";
import type { EffectFilter } from "#lib/kling/effect-search.ts";

/** The filter lives in the address, so that a reload, a bookmark and a link to somebody else keep it. */
export function useEffectFilter() {
  const params = useSearchParams();
  const pathname = usePathname();
  const filter = useMemo(() => parse(params), [params]);
  const change = (next: Partial<EffectFilter> | null) => {
    const { search, theme, pictures, withDiscontinued } = next === null ? NOTHING : { ...filter, ...next };
    const query = { search, theme, pictures, discontinued: withDiscontinued || undefined };
    history.replaceState(null, "", withQuery(pathname, query));
  };
  return { filter, change };
}

const NOTHING: EffectFilter = { search: "", theme: null, pictures: null, withDiscontinued: false };

function parse(params: { get(name: string): string | null }): EffectFilter {
  const pictures = params.get("pictures");
  return {
    search: (params.get("search") ?? "").slice(0, 200),
    theme: EFFECT_THEMES.find((theme) => theme === params.get("theme")) ?? null,
    pictures: pictures === "1" ? 1 : pictures === "2" ? 2 : null,
    withDiscontinued: params.get("discontinued") === "true",
  };
}
